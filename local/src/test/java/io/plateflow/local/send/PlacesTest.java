package io.plateflow.local.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables of places as people have them. */
class PlacesTest {
    private final PlacesTable table = new PlacesTable();

    @Test
    void understandsASpreadsheetInSpanish() throws IOException {
        table.read("""
            \uFEFFArchivo;Latitud;Longitud;Hora;Patente\r
            foto 1.jpg;-34,6037;-58,3816;2026-01-31T18:05:00-03:00;AB 482 KD\r
            """);

        assertThat(table.faults).isEmpty();
        assertThat(table.rows)
                .isEqualTo(Map.of(
                        "foto 1.jpg",
                        Map.of(
                                "latitude", "-34.6037",
                                "longitude", "-58.3816",
                                "capturedAt", "2026-01-31T18:05:00-03:00",
                                "declaredPlate", "AB 482 KD")));
    }

    @Test
    void saysNothingWhereACellIsEmpty() throws IOException {
        table.read("file,latitude,longitude,url\n\"a, b.jpg\",,,https://maps.example/x\n");

        assertThat(table.rows).isEqualTo(Map.of("a, b.jpg", Map.of("url", "https://maps.example/x")));
    }

    @Test
    void namesEveryFaultWithItsLine() throws IOException {
        table.read("file,latitude,LATITUDE\na.jpg,1,2\nb.jpg,1\n,1,2\n./a.jpg,1,2\n");

        assertThat(table.faults)
                .containsExactly(
                        "line 1: two columns say latitude",
                        "line 3 has 2 fields, not 3",
                        "line 4 names no file",
                        "line 5 names ./a.jpg once more");
    }

    @Test
    void wantsAColumnOfFiles() throws IOException {
        table.read("name,latitude\nx,1\n");
        assertThat(table.faults).anyMatch(fault -> fault.contains("no column \"file\""));
    }

    @Test
    void anEmptyTableIsAFault() throws IOException {
        table.read("");
        assertThat(table.faults).containsExactly("it is empty");
    }
}
