package io.plateflow.domain.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapsUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "https://www.google.com/maps?q=-34.6037,-58.3816; -34.6037; -58.3816",
                "https://maps.google.com/?q=-34.6037%2C-58.3816&z=17; -34.6037; -58.3816",
                "https://maps.google.com/?q=-34.6037,+-58.3816; -34.6037; -58.3816",
                "https://maps.google.com/?q=%2B34.5,%2B58; 34.5; 58",
                "http://maps.google.com/maps?q=loc:-34.6037,-58.3816; -34.6037; -58.3816",
                "https://www.google.com/maps/search/?api=1&query=47.5951518%2C-122.3316393; 47.5951518; -122.3316393",
                "https://www.google.com/maps/search/-34.603722,+-58.381592?entry=tts; -34.603722; -58.381592",
                "https://www.google.com/maps/@-34.6037389,-58.3815704,17z; -34.6037389; -58.3815704",
                "https://www.google.com/maps/@-34.6037389,-58.3815704,3a,75y,90t/data=!3m6; -34.6037389; -58.3815704",
                "https://www.google.com/maps/dir/?api=1&destination=-34.6,-58.4; -34.6; -58.4",
                "https://www.google.com/maps/place/-34.6037,-58.3816; -34.6037; -58.3816",
                "https://maps.google.com/maps?ll=-34.6,-58.4&z=16; -34.6; -58.4",
                "https://maps.google.com/maps?daddr=-34.6,-58.4; -34.6; -58.4",
                "https://maps.apple.com/?ll=50.894967,4.341626; 50.894967; 4.341626",
                "https://www.waze.com/ul?ll=45.6906304%2C-120.810983&navigate=yes; 45.6906304; -120.810983",
                "https://www.openstreetmap.org/?mlat=-34.6037&mlon=-58.3816#map=17/1/2; -34.6037; -58.3816",
                "https://www.openstreetmap.org/#map=17/-34.60370/-58.38160; -34.6037; -58.3816",
                "https://www.openstreetmap.org/#map=17.5/-34.60370/-58.38160&layers=N; -34.6037; -58.3816",
                "HTTPS://WWW.GOOGLE.COM/maps?q=1,2; 1; 2",
                "https://maps.example:8443/?q=0,0; 0; 0",
                "https://maps.google.com/?q=90,-180; 90; -180",
            })
    void readsThePlaceOfALink(String url, double latitude, double longitude) {
        assertThat(MapsUrl.coordinatesIn(url)).contains(new Coordinates(latitude, longitude));
    }

    @Test
    void prefersThePinToTheCentreOfTheView() {
        assertThat(MapsUrl.coordinatesIn("https://www.google.com/maps/place/Obelisco/@-34.60,-58.39,17z/"
                        + "data=!3m1!4b1!4m6!3m5!1s0x95bc!8m2!3d-34.6037389!4d-58.3815704!16zL20"))
                .contains(new Coordinates(-34.6037389, -58.3815704));
        assertThat(MapsUrl.coordinatesIn("https://maps.google.com/maps?q=1,2&ll=3,4"))
                .contains(new Coordinates(1, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://maps.app.goo.gl/AbCdEf",
                "https://www.google.com/maps?q=Obelisco,Buenos+Aires",
                "https://www.google.com/maps?q=-34.6037",
                "https://maps.google.com/?q=91,0",
                "https://maps.google.com/?q=0,180.5",
                "https://maps.google.com/?q=1234,5",
                "https://maps.google.com/?q=1,2345",
                "https://maps.google.com/?q=1.2.3,4",
                "https://maps.google.com/?q=NaN,Infinity",
                "https://maps.google.com/?q=1e1,2e1",
                "https://www.openstreetmap.org/#map=5/1/1234",
                "https://www.openstreetmap.org/?mlat=1&mlon=2345",
                "https://maps.google.com/?q=%ZZ1,2",
                "https://maps.google.com/?q=١,٢",
                "geo:-34.6,-58.4",
                "",
            })
    void findsNoPlaceWhereThereIsNone(String url) {
        assertThat(MapsUrl.coordinatesIn(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://maps.google.com/?q=1,2",
                "http://example.org",
                "https://www.google.com/maps/place/Peñarol/@1,2,3z",
                "https://maps.google.com/maps?q=a b",
            })
    void takesHttpLinks(String url) {
        assertThat(MapsUrl.isLink(url)).isTrue();
    }

    static Stream<String> noLinks() {
        return Stream.of(
                "",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "ftp://example.org/",
                "//example.org/",
                "/maps?q=1,2",
                "https:",
                "https://",
                "https:example.org",
                "https:///path",
                "https://exa mple.org",
                "https://example.org/\"onmouseover=\"x",
                "https://example.org/<script>",
                "https://example.org/\r\nSet-Cookie: a=b",
                "https://example.org/\u0000",
                "https://maps.google.com@evil.example/?q=1,2",
                "https://user:password@example.org/",
                "https://example.org/" + "a".repeat(2048));
    }

    @ParameterizedTest
    @MethodSource("noLinks")
    void takesNothingElse(String url) {
        assertThat(MapsUrl.isLink(url)).isFalse();
        assertThat(MapsUrl.coordinatesIn(url)).isEmpty();
    }

    @Test
    void isNotKeptBusyByLinksMadeForIt() {
        String start = "https://maps.google.com/";
        for (String part :
                List.of("!3d1", "/dir/", "/place/1,", "?q=1,", "@1.1", "#map=1/", "&mlat=1", "%2", "1", " ", "%20")) {
            String url = start + part.repeat((2048 - start.length()) / part.length());
            long before = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                assertThat(MapsUrl.coordinatesIn(url)).isEmpty();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - before)).as(part).isLessThan(Duration.ofSeconds(2));
        }
    }
}
