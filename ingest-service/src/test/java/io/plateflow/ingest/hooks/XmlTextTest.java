package io.plateflow.ingest.hooks;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class XmlTextTest {
    @Test
    void findsTextsByTheirPathsBelowTheRoot() {
        XmlText xml = XmlText.of("""
                <!-- of the camera --><x:e xmlns:x="urn:any"><x:a><!--c--> one </x:a><x:a>two</x:a><b><c><![CDATA[3]]></c></b><d/></x:e>
                """.strip().getBytes(UTF_8)).orElseThrow();
        assertThat(xml.root()).isEqualTo("e");
        assertThat(xml.at("a")).isEqualTo("one");
        assertThat(xml.at("b/c")).isEqualTo("3");
        assertThat(xml.at("d")).isNull();
        assertThat(xml.at("b")).isNull();
    }

    @Test
    @Timeout(5)
    void laughsAtNoBillion() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE e [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 12; i++) {
            bomb.append(
                    "<!ENTITY l%d \"%s\">".formatted(i, "&l%d;".formatted(i - 1).repeat(10)));
        }
        bomb.append("]><e><eventType>&l11;</eventType></e>");
        assertThat(XmlText.of(bomb.toString().getBytes(UTF_8))).isEmpty();
    }

    @Test
    void fetchesNoEntity(@TempDir Path dir) throws Exception {
        Path secret = Files.writeString(dir.resolve("secret"), "the key");
        String general =
                "<!DOCTYPE e [<!ENTITY x SYSTEM \"%s\">]><e><eventType>&x;</eventType></e>".formatted(secret.toUri());
        String parameter = "<!DOCTYPE e [<!ENTITY %% x SYSTEM \"%s\"> %%x;]><e><eventType>a</eventType></e>"
                .formatted(secret.toUri());
        String outside = "<!DOCTYPE e SYSTEM \"%s\"><e><eventType>a</eventType></e>".formatted(secret.toUri());
        assertThat(XmlText.of(general.getBytes(UTF_8))).isEmpty();
        assertThat(XmlText.of(parameter.getBytes(UTF_8))).isEmpty();
        assertThat(XmlText.of(outside.getBytes(UTF_8))).isEmpty();
        assertThat(XmlText.of(general.getBytes(UTF_16))).isEmpty();
    }

    @Test
    void refusesWhatNoCameraSends() {
        assertThat(XmlText.of("<e>&undefined;</e>".getBytes(UTF_8))).isEmpty();
        assertThat(XmlText.of("<a>".repeat(20).getBytes(UTF_8))).isEmpty();
        assertThat(XmlText.of(("<a>" + "</b>".repeat(2)).getBytes(UTF_8))).isEmpty();
        assertThat(XmlText.of(("<e>" + " ".repeat(300_000) + "</e>").getBytes(UTF_8)))
                .isEmpty();
        assertThat(XmlText.of(new byte[0])).isEmpty();
    }
}
