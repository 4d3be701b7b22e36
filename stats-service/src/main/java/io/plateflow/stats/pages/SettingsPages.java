package io.plateflow.stats.pages;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** <i>Configuración</i>: a tab for each of {@link Page#SETTINGS}, and the page where anyone changes the own password. */
@Controller
class SettingsPages {
    private final Frame frame;

    SettingsPages(Frame frame) {
        this.frame = frame;
    }

    @GetMapping("/settings")
    String first() {
        return "redirect:" + Page.SETTINGS.get(0).path();
    }

    @GetMapping("/settings/zones")
    String zones(Model model, Authentication user, Locale language) {
        return tab("zones", model, user, language, Page.MAP_STYLES, "map", "zones");
    }

    @GetMapping("/settings/tariffs")
    String tariffs(Model model, Authentication user, Locale language) {
        return tab("tariffs", model, user, language, "tariffs");
    }

    @GetMapping("/settings/vehicles")
    String vehicles(Model model, Authentication user, Locale language) {
        return tab("vehicles", model, user, language);
    }

    @GetMapping("/settings/cameras")
    String cameras(Model model, Authentication user, Locale language) {
        return tab("cameras", model, user, language);
    }

    @GetMapping("/settings/keys")
    String keys(Model model, Authentication user, Locale language) {
        return tab("keys", model, user, language);
    }

    @GetMapping("/settings/users")
    String users(Model model, Authentication user, Locale language) {
        return tab("users", model, user, language);
    }

    @GetMapping("/settings/audit")
    String audit(Model model, Authentication user, Locale language) {
        return tab("audit", model, user, language);
    }

    @GetMapping("/settings/erasures")
    String erasures(Model model, Authentication user, Locale language) {
        return tab("erasures", model, user, language);
    }

    @GetMapping("/password")
    String password(Model model, Authentication user, Locale language) {
        frame.fill(model, user, language);
        model.addAttribute("styles", Page.styles("lists", "dialogs", "settings"));
        return "password";
    }

    private String tab(String name, Model model, Authentication user, Locale language, String... styles) {
        frame.fill(model, user, language);
        model.addAttribute(
                "styles",
                Page.styles(Stream.concat(Stream.of("lists", "dialogs", "settings"), Stream.of(styles))
                        .toArray(String[]::new)));
        return name;
    }
}
