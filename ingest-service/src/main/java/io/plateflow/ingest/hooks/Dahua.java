package io.plateflow.ingest.hooks;

import io.plateflow.ingest.CameraTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Dahua's ITSAPI: {@code /NotificationInfo/TollgateInfo} as JSON with its pictures in Base64; Intelbras sells the same
 * cameras. What comes in parts is a {@link DahuaTraffic}.
 *
 * <p>Dahua publishes no document of ITSAPI; names and answers are those that public receivers of it agree on. The camera
 * sends an event again until it is answered with {@code "Result": true}.
 */
final class Dahua {
    static final String WANTED = "a TollgateInfo of ITSAPI as JSON, or a traffic event in parts, as Dahua sends them";
    static final String REMEDY = "the event has no picture: at the camera, under Platform Access or HTTP upload,"
            + " choose to send the original picture with the plate";

    /** The whole picture first, the plate's last. */
    private static final List<String> PICTURES =
            List.of("/NormalPic/Content", "/VehiclePic/Content", "/CutoutPic/Content");

    /** Bytes; KeepAlive and DeviceInfo are a few lines, and what is longer has a picture that must not be lost. */
    private static final int LARGEST_SIGN_OF_LIFE = 4 * 1024;

    private Dahua() {}

    static Push read(byte[] body, @Nullable String contentType) {
        if (!Part.whole(contentType, body).isJson()) {
            return DahuaTraffic.read(body, contentType);
        }
        Optional<JsonText> json = JsonText.of(body);
        if (json.isEmpty()) {
            return Push.malformed(WANTED);
        }
        JsonText event = json.get();
        if (event.has("/Events")) {
            return DahuaTraffic.read(body, contentType);
        }
        String top = event.has("/Picture") ? "/Picture" : "";
        if (!event.has(top + "/Plate") && !event.has(top + "/SnapInfo")) {
            return body.length <= LARGEST_SIGN_OF_LIFE ? new Push.Ignored(Push.Kind.HEARTBEAT) : Push.malformed(WANTED);
        }
        byte[] picture =
                event.firstPicture(PICTURES.stream().map(at -> top + at).toList());
        if (picture == null) {
            return Push.withoutPicture(REMEDY);
        }
        String snap = top + "/SnapInfo";
        String name = event.at(top + "/NormalPic/PicName");
        return new Push.Sighting(
                picture,
                new Facts().plate(event.at(top + "/Plate/PlateNumber")).all(),
                CameraTime.of(event.at(snap + "/AccurateTime"))
                        .or(() -> CameraTime.of(event.at(snap + "/SnapTime")))
                        .orElse(null),
                Heading.of(event.at(snap + "/Direction")),
                name == null ? event.at("/PicName") : name);
    }
}
