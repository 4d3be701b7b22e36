package io.plateflow.stats.pages;

import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page <i>Ahora</i>: figures, latest captures, map of the last hour. */
@Controller
class NowPage {
    private final Frame frame;

    NowPage(Frame frame) {
        this.frame = frame;
    }

    @GetMapping("/")
    String show(Model model, Authentication user, Locale language) {
        frame.fill(model, user, language);
        model.addAttribute("styles", Page.styles("figures", "live", Page.MAP_STYLES, "map", "dialogs"));
        return "now";
    }
}
