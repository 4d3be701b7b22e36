package io.plateflow.stats.pages;

import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages <i>Capturas</i>, <i>Estadías</i> and <i>Cobros</i>: a list, its filters, and what opens from it. */
@Controller
class ListPages {
    private final Frame frame;

    ListPages(Frame frame) {
        this.frame = frame;
    }

    @GetMapping("/captures")
    String captures(Model model, Authentication user, Locale language) {
        return list("captures", model, user, language);
    }

    @GetMapping("/stays")
    String stays(Model model, Authentication user, Locale language) {
        return list("stays", model, user, language);
    }

    @GetMapping("/charges")
    String charges(Model model, Authentication user, Locale language) {
        return list("charges", model, user, language);
    }

    private String list(String name, Model model, Authentication user, Locale language) {
        frame.fill(model, user, language);
        model.addAttribute("styles", Page.styles("lists", "dialogs"));
        return name;
    }
}
