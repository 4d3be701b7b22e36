package io.plateflow.stats.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.plateflow.contracts.ApiKey;
import io.plateflow.contracts.CreateTopics;
import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.Shot;
import io.plateflow.stats.Story;
import io.plateflow.stats.keys.OnTopic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.support.ui.Select;

/** An administrator puts cameras up and gives people keys; each key is seen once. */
class CamerasBrowserIT extends InChromium {
    private static final String HOOKS = "http://localhost:8080/v1/hooks/";

    @Test
    void writesACameraRenewsItsKeyAndRevokesIt() throws Exception {
        screen.signIn("admin");
        ListPage.open(screen, "/settings/cameras");
        screen.click("#add");
        screen.the("#camera [name=name]").sendKeys("Avenida Colón 1200");
        assertThat(screen.the("#camera [name=id]").getDomProperty("value")).isEqualTo("avenida-colon-1200");
        screen.the("#camera [name=latitude]").sendKeys("north");
        screen.click("#camera footer .primary");
        screen.awaitText("#fault-longitude", "Falta");
        findOneRefusal();
        screen.the("#camera [name=latitude]").clear();
        screen.the("#camera [name=url]").sendKeys("https://www.google.com/maps?q=-38.00010,-57.54000");
        new Select(screen.the("#camera [name=direction]")).selectByValue("EXIT");
        screen.the("#camera [name=expectedInterval]").sendKeys("15");
        screen.click("#camera footer .primary");

        screen.awaitText("#secret-url", HOOKS + "hikvision/");
        String first = screen.texts("#secret-word").get(0);
        ApiKey told = OnTopic.await("avenida-colon-1200", one -> true);
        assertThat(told.hash()).isEqualTo(CreateTopics.hash(first));
        assertThat(told.expectedInterval()).hasMinutes(15);
        assertThat(told.place()).isNotNull();
        screen.click("#secret footer .primary");
        assertThat(screen.texts("#secret code")).containsOnly("");

        Story.send(
                TestKafka.bootstrap(),
                List.of(Shot.of(
                                "avenida-colon-1200",
                                "avenida-colon-1200",
                                Instant.now().minusSeconds(300),
                                Instant.now())
                        .message()));
        screen.until("its photo and its clock", now -> {
            screen.open("/settings/cameras");
            screen.the("body:not(.loading)");
            return row("Avenida Colón 1200").contains("atrasa 5 min");
        });

        act("Avenida Colón 1200", "Nueva clave");
        screen.click("#renew-yes");
        screen.awaitText("#secret-url", HOOKS + "hikvision/");
        String second = screen.texts("#secret-word").get(0);
        ApiKey renewed = OnTopic.await("avenida-colon-1200", one -> one.previousHash() != null);
        assertThat(List.of(renewed.hash(), String.valueOf(renewed.previousHash())))
                .containsExactly(CreateTopics.hash(second), CreateTopics.hash(first));
        screen.click("#secret footer .primary");

        act("Avenida Colón 1200", "Revocar");
        screen.click("#sure-yes");
        screen.awaitText("#toast", "Se revocó la clave de Avenida Colón 1200.");
        screen.awaitText("#rows .off", "Revocada");
    }

    @Test
    void importsAFileAndShowsTheAddressOfEachCameraOnce(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("cameras.csv");
        screen.signIn("admin");
        ListPage.open(screen, "/settings/cameras?lang=en");
        screen.click("#import");
        Files.writeString(file, "id,name,make\nb-one,<b>One</b>,dahua\nb-two,Two,brownie\n");
        screen.the("#csv-file").sendKeys(file.toString());
        screen.awaitText("#csv-report", "Choose a make of the list");
        assertThat(screen.the("#csv-go").isEnabled()).isFalse();
        findOneRefusal();

        Path mended = folder.resolve("mended.csv");
        Files.writeString(mended, "id,name,make\nb-one,<b>One</b>,dahua\nb-two,Two,\n");
        screen.the("#csv-file").sendKeys(mended.toString());
        screen.awaitText("#csv-said", "2 would be published");
        screen.click("#csv-go");
        screen.awaitText("#csv-said", "2 cameras were saved.");
        List<String> addresses = screen.texts("#csv-report td code");
        assertThat(addresses.get(0)).startsWith(HOOKS + "dahua/");
        assertThat(addresses.get(1)).startsWith(HOOKS + "upload/");
        assertThat(screen.texts("#csv-addresses").get(0))
                .isEqualTo("b-one\t" + addresses.get(0) + "\nb-two\t" + addresses.get(1));
        screen.click("#csv footer [data-close]");
        assertThat(screen.all("#csv-report code")).isEmpty();
        screen.awaitText("#rows .name", "<b>One</b>");

        screen.click("#add");
        screen.the("#camera[open]");
        Look look = new Look(screen);
        SoftAssertions all = new SoftAssertions();
        for (int width : List.of(360, 1920)) {
            look.become(width, width == 360 ? "dark" : "light");
            look.keep("camera-form-" + width);
            all.assertThat(look.surplus()).isZero();
            all.assertThat(look.faults()).isEmpty();
        }
        look.end();
        all.assertAll();
    }

    @Test
    void pairsAWardensPhoneByAQrThatIsThereForEveryoneOnEveryScreen() throws Exception {
        screen.signIn("admin");
        ListPage.open(screen, "/settings/keys");
        screen.click("#add-warden");
        screen.the("#holder [name=name]").sendKeys("Ana Ñandú");
        screen.click("#holder-go");
        screen.awaitText("#secret-title", "Clave de Ana Ñandú");
        String key = screen.texts("#secret-word").get(0);
        assertThat(screen.texts("#secret-url")).containsExactly("http://localhost:8080/capture#key=" + key);
        screen.until(
                "the QR",
                now -> Boolean.TRUE.equals(screen.driver.executeScript(
                        "return document.querySelector('#secret-qr img').naturalWidth > 0")));
        assertThat(OnTopic.await("ana-nandu", one -> true).hash()).isEqualTo(CreateTopics.hash(key));

        Look look = new Look(screen);
        SoftAssertions all = new SoftAssertions();
        for (String colours : List.of("light", "dark")) {
            for (int width : List.of(360, 1920)) {
                look.become(width, colours);
                look.keep("warden-qr-" + colours + "-" + width);
                all.assertThat(look.surplus()).isZero();
                all.assertThat(look.faults()).isEmpty();
            }
        }
        look.end();
        screen.click("#secret footer .primary");
        screen.awaitText("#wardens .name", "Ana Ñandú");
        all.assertAll();
    }

    /** Browsers write down that something was refused, as it was meant to be. */
    private void findOneRefusal() {
        assertThat(screen.errors()).singleElement().asString().contains("status of 422");
    }

    private String row(String camera) {
        return screen.texts("#rows tr").stream()
                .filter(text -> text.contains(camera))
                .findFirst()
                .orElse("");
    }

    private void act(String camera, String words) {
        screen.until(words, now -> Boolean.TRUE.equals(screen.driver.executeScript("""
                const row = [...document.querySelectorAll('#rows tr')].find((one) => one.textContent.includes(arguments[0]));
                const button = [...(row?.querySelectorAll('button') ?? [])].find((one) => one.textContent === arguments[1]);
                button?.click();
                return Boolean(button)""", camera, words)));
    }
}
