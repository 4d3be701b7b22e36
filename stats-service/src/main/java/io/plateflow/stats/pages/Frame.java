package io.plateflow.stats.pages;

import io.plateflow.contracts.Json;
import io.plateflow.stats.StatsProperties;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page behind the login is given: menu, user, words, and the settings that its scripts need. */
@Component
class Frame {
    /** The strongest first, as a user is named after it. */
    private static final List<String> ROLES = List.of("ADMIN", "OPERATOR", "ANALYST");

    private final StatsProperties properties;
    private final RoleHierarchy hierarchy;

    Frame(StatsProperties properties, RoleHierarchy hierarchy) {
        this.properties = properties;
        this.hierarchy = hierarchy;
    }

    /** Fills {@code model} for {@code user}; only who may charge is given the means to. */
    void fill(Model model, Authentication user, Locale language) {
        Set<String> roles = rolesOf(user.getAuthorities());
        boolean mayCharge = roles.contains("OPERATOR");
        model.addAttribute("menu", shown(Page.MENU, roles));
        model.addAttribute("sections", shown(Page.SETTINGS, roles));
        model.addAttribute("user", user.getName());
        model.addAttribute(
                "role", ROLES.stream().filter(roles::contains).findFirst().orElse("ANALYST"));
        model.addAttribute("mayCharge", mayCharge);
        model.addAttribute("mayClose", roles.contains("ADMIN"));
        model.addAttribute("tilesCredit", properties.tilesCredit());
        model.addAttribute("messages", block(Words.in(language)));
        model.addAttribute(
                "settings",
                block(Map.of(
                        "locale", language.getLanguage(),
                        "timeZone", properties.timeZone().getId(),
                        "currency", properties.currency().getCurrencyCode(),
                        "checkoutAfterSeconds", properties.checkoutAfter().toSeconds(),
                        "mayCharge", mayCharge,
                        "user", user.getName(),
                        "tiles", properties.tiles())));
    }

    private static List<Page> shown(List<Page> pages, Set<String> roles) {
        return pages.stream().filter(page -> roles.contains(page.role())).toList();
    }

    private Set<String> rolesOf(Collection<? extends GrantedAuthority> granted) {
        return hierarchy.getReachableGrantedAuthorities(granted).stream()
                .map(GrantedAuthority::getAuthority)
                .map(authority -> String.valueOf(authority).replaceFirst("^ROLE_", ""))
                .collect(Collectors.toSet());
    }

    /** JSON that cannot end the script element around it. */
    private static String block(Map<String, ?> values) {
        return Json.MAPPER.writeValueAsString(values).replace("<", "\\u003c");
    }
}
