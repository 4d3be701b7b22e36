package io.plateflow.stats.pages;

import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page <i>Sistema</i>: whether all is well, stage by stage; operators have rejected photos read again there. */
@Controller
class SystemPage {
    private final Frame frame;

    SystemPage(Frame frame) {
        this.frame = frame;
    }

    @GetMapping("/system")
    String show(Model model, Authentication user, Locale language) {
        frame.fill(model, user, language);
        model.addAttribute("styles", Page.styles("lists", "dialogs", "system"));
        return "system";
    }
}
