package io.plateflow.stats.pages;

import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page <i>Salida</i>: one gate on the whole screen, a vehicle at a time. */
@Controller
class ExitPage {
    private final Frame frame;

    ExitPage(Frame frame) {
        this.frame = frame;
    }

    @GetMapping("/exit")
    String show(Model model, Authentication user, Locale language) {
        frame.fill(model, user, language);
        model.addAttribute("styles", Page.styles("exit"));
        return "exit";
    }
}
