package io.plateflow.stats.tariffs;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.domain.tariff.Tariff;
import io.plateflow.stats.Administrator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows are read again only when there are more of them. */
class TariffBookIT extends Administrator {
    @Autowired
    TariffBook book;

    @Test
    void readsWhatIsBuiltInOnceAndFurtherVersionsAsTheyCome() throws Exception {
        String tariff = """
                {"kind":"TIME","currency":"ARS","timeZone":"America/Argentina/Buenos_Aires",
                 "steps":[{"from":"PT0S","increment":"PT1H","price":"%s"}]}""";
        List<Tariff> original = book.versions("original");
        assertThat(original).isNotEmpty();
        assertThat(book.versions("original")).isSameAs(original);
        assertThat(book.versions("book")).isEmpty();
        put("/v1/tariffs/book", tariff.formatted("1.00"));
        List<Tariff> first = book.versions("book");
        assertThat(first).extracting(Tariff::version).containsExactly(1);
        assertThat(book.versions("book")).isSameAs(first);
        put("/v1/tariffs/book", tariff.formatted("2.00"));
        assertThat(book.versions("book")).extracting(Tariff::version).containsExactly(2, 1);
    }
}
