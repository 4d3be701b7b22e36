package io.plateflow.ingest.hooks;

import io.plateflow.ingest.CameraTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hikvision's {@code EventNotificationAlert} as sent to an HTTP listening host: XML, alone or with up to three pictures.
 *
 * <p>Source: Hikvision, Intelligent Security API (ANPR) Developer Guide, "Receive Alarm/Event in Listening Mode" and
 * {@code XML_EventNotificationAlert_ANPR}.
 */
final class Hikvision {
    private static final String WANTED =
            "multipart with an EventNotificationAlert as XML, as Hikvision's ISAPI sends it";
    private static final String REMEDY =
            "the event has no picture: at the camera, under Alarm Server or HTTP Listening,"
                    + " choose to upload the detection picture with the event";

    /** The guide's names of scenes, the whole one first; numbered when there are several: detectionPicture_1.jpg. */
    private static final List<String> SCENES =
            List.of("detectionpicture", "panoramapicture", "compositepicture", "vehiclepicture", "featurepicture");

    private static final List<String> PLATES = List.of("licenseplatepicture", "platebinarypicture");

    private Hikvision() {}

    static Push read(byte[] body, @Nullable String contentType) {
        Part whole = Part.whole(contentType, body);
        Optional<Parts> parts = whole.isXml() ? Optional.empty() : Parts.of(body, contentType);
        Optional<Part> document = whole.isXml() ? Optional.of(whole) : parts.flatMap(all -> all.first(Part::isXml));
        if (document.isEmpty()) {
            return withoutXml(parts.flatMap(all -> all.first(Part::isJson)).orElse(whole));
        }
        Optional<XmlText> xml =
                XmlText.of(document.get().bytes()).filter(x -> x.root().equals("EventNotificationAlert"));
        if (xml.isEmpty()) {
            return Push.malformed(WANTED);
        }
        return event(xml.get(), parts);
    }

    /** Newer cameras send other events, never plates, as JSON. */
    private static Push withoutXml(Part part) {
        String type =
                JsonText.of(part.bytes()).map(event -> event.at("/eventType")).orElse("ANPR");
        return type.equalsIgnoreCase("ANPR") ? Push.malformed(WANTED) : ignored(type, null);
    }

    private static Push ignored(@Nullable String type, @Nullable String state) {
        boolean alive = "heartBeat".equalsIgnoreCase(type)
                || ("videoloss".equalsIgnoreCase(type) && "inactive".equalsIgnoreCase(state));
        return new Push.Ignored(alive ? Push.Kind.HEARTBEAT : Push.Kind.OTHER_EVENT);
    }

    private static Push event(XmlText event, Optional<Parts> parts) {
        String type = event.at("eventType");
        if (!"ANPR".equalsIgnoreCase(type)) {
            return ignored(type, event.at("eventState"));
        }
        Optional<Part> picture = parts.flatMap(Hikvision::scene);
        if (picture.isEmpty()) {
            return Push.withoutPicture(REMEDY);
        }
        Facts facts = new Facts().plate(event.at("ANPR/licensePlate"));
        facts.place(degrees(event, "Latitude", "S"), degrees(event, "Longitude", "W"));
        return new Push.Sighting(
                picture.get().bytes(),
                facts.all(),
                CameraTime.of(event.at("dateTime")).orElse(null),
                Heading.of(event.at("ANPR/direction")),
                event.at("UUID"));
    }

    private static Optional<Part> scene(Parts parts) {
        for (String scene : SCENES) {
            Optional<Part> picture = parts.largestPicture(part -> part.file().startsWith(scene));
            if (picture.isPresent()) {
                return picture;
            }
        }
        return parts.largestPicture(part -> PLATES.stream().noneMatch(part.file()::startsWith))
                .or(() -> parts.largestPicture(part -> true));
    }

    /** Degrees, minutes and seconds of {@code DeviceGPSInfo}; 0 where there are none. */
    private static double degrees(XmlText event, String axis, String negative) {
        String at = "DeviceGPSInfo/" + axis + "/";
        try {
            double degrees = number(event.at(at + "degree"))
                    + number(event.at(at + "minute")) / 60
                    + number(event.at(at + "sec")) / 3600;
            String half = event.at("DeviceGPSInfo/" + axis.toLowerCase(Locale.ROOT) + "Type");
            return negative.equalsIgnoreCase(half) ? -degrees : degrees;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static double number(@Nullable String text) {
        return text == null ? 0 : Double.parseDouble(text);
    }
}
