package io.plateflow.stats.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plateflow.embedded.TestKafka;
import io.plateflow.stats.RunningService;
import io.plateflow.stats.Story;
import io.plateflow.stats.storage.Columns;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Whoever is shown a photo sees their own plate, and nobody else's; and the statement says all that was charged. */
class PhotoViewIT extends RunningService {
    private static final String SEEN = """
            {"countries":["AR"],"candidates":[],"quadrilateral":[{"x":100,"y":100},{"x":200,"y":100},{"x":200,"y":130},{"x":100,"y":130}],
             "others":[{"text":"ZZ999ZZ","confidence":0.9,"quadrilateral":[{"x":400,"y":300},{"x":500,"y":300},{"x":500,"y":330},{"x":400,"y":330}]}]}
            """;

    @Test
    void showsThePlateAloneAndHidesTheOthers() throws Exception {
        Story story = charged("PH111AA");
        BufferedImage plate = image(ask("/v1/captures/" + story.captureId() + "/image/plate"));
        assertThat(plate.getWidth()).isBetween(110, 120);
        assertThat(plate.getHeight()).isBetween(40, 50);

        BufferedImage shared = image(ask("/v1/captures/" + story.captureId() + "/image/shared"));
        assertThat(shared.getWidth()).isEqualTo(640);
        assertThat(contrast(shared, 100, 115)).isGreaterThan(150);
        assertThat(contrast(shared, 400, 315)).isLessThan(60);
    }

    @Test
    void printsWhatWasChargedInBothLanguages() throws Exception {
        Story story = charged("PH222AA");
        HttpResponse<String> spanish = page("/v1/charges/" + story.chargeId() + "/statement?lang=es");
        assertThat(spanish.statusCode()).isEqualTo(200);
        assertThat(spanish.body())
                .contains(
                        "Constancia de cobro",
                        "PH222AA",
                        "1.000,00",
                        "2 × ",
                        "ab".repeat(32),
                        story.chargeId().toString());
        HttpResponse<String> english = page("/v1/charges/" + story.chargeId() + "/statement?lang=en");
        assertThat(english.body()).contains("Statement of charge", "1,000.00");
    }

    private Story charged(String plate) throws Exception {
        Story story = Story.of(plate, Duration.ofMinutes(90));
        Story.send(TestKafka.bootstrap(), story.open());
        Story.send(TestKafka.bootstrap(), story.end(story.seenAt().plus(Duration.ofMinutes(61))));
        awaitJson("/v1/charges/" + story.chargeId(), "/state", "ISSUED");
        awaitJson("/v1/captures/" + story.captureId(), "/status", "READ");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("UPDATE capture_image SET image = ? WHERE capture_id = ?")
                                .params(photo(), Columns.bytes(story.captureId()))
                                .update()
                        == 1);
        jdbc.sql("UPDATE capture SET reading = ? WHERE id = ?")
                .params(SEEN, Columns.bytes(story.captureId()))
                .update();
        return story;
    }

    private HttpResponse<String> page(String path) throws Exception {
        return HTTP.send(
                request(path, "analyst").header("Accept", "text/html").GET().build(), BodyHandlers.ofString());
    }

    private static BufferedImage image(HttpResponse<byte[]> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    /** How far the darkest of a hundred pixels in a row is from the brightest. */
    private static int contrast(BufferedImage image, int x, int y) {
        int least = 255;
        int most = 0;
        for (int i = 0; i < 100; i++) {
            int red = new Color(image.getRGB(x + i, y)).getRed();
            least = Math.min(least, red);
            most = Math.max(most, red);
        }
        return most - least;
    }

    /** Two white plates with black stripes on grey. */
    private static byte[] photo() throws Exception {
        BufferedImage photo = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = photo.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(0, 0, 640, 480);
        for (int[] corner : new int[][] {{100, 100}, {400, 300}}) {
            pen.setColor(Color.WHITE);
            pen.fillRect(corner[0], corner[1], 100, 30);
            pen.setColor(Color.BLACK);
            for (int x = 2; x < 100; x += 8) {
                pen.fillRect(corner[0] + x, corner[1] + 3, 4, 24);
            }
        }
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(photo, "jpeg", jpeg);
        return jpeg.toByteArray();
    }
}
