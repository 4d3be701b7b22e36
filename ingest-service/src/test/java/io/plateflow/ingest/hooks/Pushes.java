package io.plateflow.ingest.hooks;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** One push of each make, as its published documents show it. */
public final class Pushes {
    private Pushes() {}

    /** A body and what it is announced as. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sent(String contentType, byte[] body) {
        public static Sent json(String text) {
            return new Sent("application/json", text.getBytes(StandardCharsets.UTF_8));
        }

        Push readBy(Make make) {
            return make.read(body, contentType);
        }

        Push.Sighting seenBy(Make make) {
            return (Push.Sighting) readBy(make);
        }
    }

    /** ISAPI: anpr.xml, then the plate's crop, then the scene; parts as the camera heads them. */
    public static Sent hikvision(String event, byte[] scene, byte[] crop) {
        return new CameraForm("boundary")
                .part(
                        "Content-Disposition: form-data;name=\"anpr.xml\";filename=\"anpr.xml\"\r\n"
                                + "Content-Type: text/xml; charset=\"UTF-8\"\r\nContent-Length: " + event.length(),
                        event)
                .part(
                        "Content-Disposition: form-data;name=\"licensePlatePicture.jpg\";"
                                + "filename=\"licensePlatePicture.jpg\"\r\nContent-Type: image/pjpeg\r\n"
                                + "Content-ID: licensePlatePicture",
                        crop)
                .part(
                        "Content-Disposition: form-data;name=\"detectionPicture.jpg\";"
                                + "filename=\"detectionPicture.jpg\"\r\nContent-Type: image/pjpeg\r\n"
                                + "Content-ID: detectionPicture",
                        scene)
                .sent("multipart/form-data; boundary=boundary");
    }

    public static String hikvisionEvent(String uuid, String time, String direction, String plate) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <EventNotificationAlert version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">
                <ipAddress>172.6.64.7</ipAddress>
                <protocol>HTTP</protocol>
                <macAddress>01:17:24:45:d9:f4</macAddress>
                <channelID>1</channelID>
                <dateTime>%s</dateTime>
                <activePostCount>1</activePostCount>
                <eventType>ANPR</eventType>
                <eventState>active</eventState>
                <eventDescription>ANPR</eventDescription>
                <ANPR>
                <country>222</country>
                <licensePlate>%s</licensePlate>
                <line>1</line>
                <direction>%s</direction>
                <confidenceLevel>98</confidenceLevel>
                <vehicleInfo><index>0</index><color>white</color></vehicleInfo>
                <pictureInfoList>
                <pictureInfo><fileName>licensePlatePicture.jpg</fileName><type>licensePlatePicture</type></pictureInfo>
                <pictureInfo><fileName>detectionPicture.jpg</fileName><type>detectionPicture</type></pictureInfo>
                </pictureInfoList>
                </ANPR>
                <UUID>%s</UUID>
                <picNum>2</picNum>
                <DeviceGPSInfo>
                <longitudeType>W</longitudeType>
                <latitudeType>S</latitudeType>
                <Longitude><degree>0</degree><minute>0</minute><sec>0.000000</sec></Longitude>
                <Latitude><degree>0</degree><minute>0</minute><sec>0.000000</sec></Latitude>
                </DeviceGPSInfo>
                </EventNotificationAlert>
                """.formatted(time, plate, direction, uuid);
    }

    /** What a listening host gets every few seconds. */
    public static Sent hikvisionHeartbeat() {
        return new Sent("application/xml; charset=\"UTF-8\"", """
                <EventNotificationAlert version="2.0" xmlns="http://www.hikvision.com/ver20/XMLSchema">
                <dateTime>2026-05-31T18:04:05-03:00</dateTime>
                <eventType>videoloss</eventType>
                <eventState>inactive</eventState>
                <eventDescription>videoloss alarm</eventDescription>
                </EventNotificationAlert>
                """.getBytes(StandardCharsets.UTF_8));
    }

    /** ITSAPI, /NotificationInfo/TollgateInfo. */
    public static Sent dahua(String time, String direction, String plate, byte[] scene, byte[] crop) {
        return Sent.json("""
                {"Picture": {
                  "CutoutPic": {"Content": "%s", "PicName": "20260531180405_cutout.jpg"},
                  "NormalPic": {"Content": "%s", "PicName": "20260531180405_normal.jpg"},
                  "Plate": {"BoundingBox": [430, 275, 536, 340], "Confidence": 95, "IsExist": true,
                            "PlateColor": "White", "PlateNumber": "%s", "PlateType": "Normal"},
                  "SnapInfo": {"AccurateTime": "%s", "DSTTune": 0, "DefenceCode": "k3", "DeviceID": "9C14632F",
                               "Direction": "%s", "LanNo": 1, "SnapTime": "2026-05-31 18:04:05", "TimeZone": 20},
                  "Vehicle": {"VehicleColor": "White", "VehicleType": "PassengerCar"}}}
                """.formatted(base64(crop), base64(scene), plate, time, direction));
    }

    /** PictureHttpUpload of a TrafficJunction, as Intelbras' LPR cameras send it. */
    public static Sent intelbras(String localTime, String plate, byte[] scene, byte[] crop) {
        String event = """
                Events[0].EventBaseInfo.Code=TrafficJunction
                Events[0].EventBaseInfo.Action=Pulse
                Events[0].EventID=516
                Events[0].LocaleTime=%s
                Events[0].UTC=1780250645
                Events[0].TrafficCar.DrivingDirection[0]=Leave
                Events[0].TrafficCar.PlateNumber=%s
                """.formatted(localTime, plate).replace("\n", "\r\n");
        return new CameraForm("myboundary")
                .part("Content-Type: text/plain\r\nContent-Length: " + event.length(), event)
                .part("Content-Type: image/jpeg\r\nContent-Length: " + scene.length, scene)
                .part("Content-Type: image/jpeg\r\nContent-Length: " + crop.length, crop)
                .sent("multipart/x-mixed-replace; boundary=myboundary");
    }

    /** Stream's webhook: the form field json and the file upload. */
    public static Sent plateRecognizer(String time, String plate, byte[] scene) {
        return new CameraForm("d41d8cd98f00b204e9800998ecf8427e")
                .part("Content-Disposition: form-data; name=\"json\"", plateRecognizerJson(time, plate))
                .part("Content-Disposition: form-data; name=\"upload\"; filename=\"05-56-13.606935.jpg\"", scene)
                .sent("multipart/form-data; boundary=d41d8cd98f00b204e9800998ecf8427e");
    }

    static String plateRecognizerJson(String time, String plate) {
        return """
                {"hook": {"target": "https://gateway.example/v1/hooks", "id": "camera-1", "event": "recognition",
                          "filename": "camera-1_screenshots/26-05-31/05-56-13.606935.jpg"},
                 "data": {"camera_id": "camera-1",
                          "filename": "camera-1_screenshots/26-05-31/05-56-13.606935.jpg",
                          "timestamp": "%s", "timestamp_local": "2026-05-31 05:56:13.606935+00:00",
                          "results": [{"box": {"xmin": 460, "ymin": 57, "xmax": 557, "ymax": 82}, "plate": "%s",
                                       "region": {"code": "ar", "score": 0.4}, "score": 0.839,
                                       "candidates": [{"plate": "%s"}], "dscore": 0.441, "direction": 225,
                                       "source_url": "rtsp://camera-1", "position_sec": 4}]}}
                """.formatted(time, plate, plate);
    }

    /** Scout's JSON Group Results. */
    public static Sent openAlpr(long epochMillis, String plate, byte[] vehicle) {
        return Sent.json("""
                {"data_type": "alpr_group", "version": 2, "epoch_start": %d, "epoch_end": %d, "is_parked": false,
                 "agent_type": "alprd", "agent_uid": "YYYYYYYY", "country": "ar", "camera_id": 1234,
                 "gps_latitude": -34.5, "gps_longitude": -58.25, "travel_direction": 224.9,
                 "best_uuid": "YYYYYYYY-1234-1562681121543", "best_plate_number": "%s", "best_confidence": 93.1,
                 "best_plate": {"plate": "%s", "plate_crop_jpeg": "/9j/"},
                 "vehicle_crop_jpeg": "%s"}
                """.formatted(epochMillis, epochMillis + 2_000, plate, plate, base64(vehicle)));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
