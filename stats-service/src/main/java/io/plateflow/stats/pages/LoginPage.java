package io.plateflow.stats.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The door: says in words why it is shown again. The form's answer is taken by the security chain. */
@Controller
class LoginPage {
    private static final Set<String> GOOD_NEWS = Set.of("login.left", "login.changed");

    @GetMapping("/login")
    String show(HttpServletRequest request, Model model, @Nullable Principal user) {
        if (user != null) {
            return "redirect:/";
        }
        String notice = notice(request);
        model.addAttribute("notice", notice);
        model.addAttribute("bad", !GOOD_NEWS.contains(notice == null ? "" : notice));
        model.addAttribute("styles", Page.styles("dialogs", "login"));
        return "login";
    }

    private static @Nullable String notice(HttpServletRequest request) {
        if (request.getParameter("error") != null) {
            return tooManyAttempts(request) ? "login.locked" : "login.wrong";
        }
        if (request.getParameter("expired") != null) {
            return "login.expired";
        }
        if (request.getParameter("changed") != null) {
            return "login.changed";
        }
        return request.getParameter("logout") != null ? "login.left" : null;
    }

    private static boolean tooManyAttempts(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof LockedException;
    }
}
