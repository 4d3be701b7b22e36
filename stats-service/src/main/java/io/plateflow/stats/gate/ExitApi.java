package io.plateflow.stats.gate;

import io.plateflow.stats.query.Parameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is at a gate, and what each vehicle owes. */
@RestController
class ExitApi {
    private static final int LONGEST_CAMERA = 200;

    private final Exits exits;

    ExitApi(Exits exits) {
        this.exits = exits;
    }

    /** Those of the last half hour, who came first is first. */
    record Gate(String camera, List<Exit> items) {}

    @GetMapping("/v1/exits")
    Gate ask(@RequestParam Map<String, String> sent) {
        Parameters parameters = new Parameters(sent);
        String camera = parameters.text("camera", LONGEST_CAMERA);
        if (camera == null) {
            parameters.fault("camera_missing", "camera", "camera must be given");
        }
        parameters.refuseFaults();
        String asked = camera == null ? "" : camera;
        return new Gate(asked, exits.of(asked, Instant.now()));
    }
}
