package io.plateflow.stats.browser;

import io.plateflow.stats.query.Csv;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVRecord;

/** A page with a table that can be taken along as a file. */
record ListPage(Screen screen) {

    static ListPage open(Screen screen, String path) {
        screen.open(path);
        screen.the("body:not(.loading)");
        return new ListPage(screen);
    }

    /** The cells of all rows, once there are {@code many}. */
    List<List<String>> await(int many) {
        return screen.until(many + " rows", now -> {
            List<List<String>> rows = rows();
            return rows.size() == many ? rows : null;
        });
    }

    List<List<String>> rows() {
        Object rows = screen.driver.executeScript("""
                return [...document.querySelectorAll('#rows tr')]
                  .map((row) => [...row.children].map((cell) => cell.textContent.trim()))""");
        return ((List<?>) Objects.requireNonNull(rows))
                .stream()
                        .map(row ->
                                ((List<?>) row).stream().map(String::valueOf).toList())
                        .toList();
    }

    /** The file that the page gives, as it is. */
    byte[] export() throws IOException {
        Path file = Chromium.DOWNLOADS.resolve(
                Objects.requireNonNull(screen.the("#csv").getDomAttribute("data-name")));
        Files.createDirectories(Chromium.DOWNLOADS);
        Files.deleteIfExists(file);
        screen.click("#csv");
        screen.until(file.toString(), now -> Files.exists(file));
        return Files.readAllBytes(file);
    }

    static List<CSVRecord> lines(byte[] file) {
        return Csv.lines(new String(file, StandardCharsets.UTF_8));
    }

    /** An amount or a count as the Spanish page writes it. */
    static BigDecimal number(String cell) {
        return new BigDecimal(cell.replaceAll("[^\\d,-]", "").replace(',', '.'));
    }
}
