package io.plateflow.stats.pages;

import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page <i>Informes</i>: what a period came to; administrators close months there. */
@Controller
class ReportsPage {
    private final Frame frame;

    ReportsPage(Frame frame) {
        this.frame = frame;
    }

    @GetMapping("/reports")
    String show(Model model, Authentication user, Locale language) {
        frame.fill(model, user, language);
        model.addAttribute("styles", Page.styles("lists", "dialogs", Page.CHART_STYLES, "reports"));
        return "reports";
    }
}
