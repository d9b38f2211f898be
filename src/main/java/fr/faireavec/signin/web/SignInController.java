package fr.faireavec.signin.web;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.jspecify.annotations.Nullable;

import fr.faireavec.signin.DemoAccounts;

@Controller
class SignInController {

	private final ObjectProvider<DemoAccounts> demo;

	SignInController(ObjectProvider<DemoAccounts> demo) {
		this.demo = demo;
	}

	@GetMapping("/connexion")
	String signIn(@Nullable Authentication authentication, @RequestParam(required = false) @Nullable String erreur,
			@RequestParam(name = "au-revoir", required = false) @Nullable String goodbye, Model model) {
		if (authentication instanceof ViewerAuthentication) {
			return "redirect:/";
		}
		model.addAttribute("failed", erreur != null);
		model.addAttribute("goodbye", goodbye != null);
		DemoAccounts accounts = this.demo.getIfAvailable();
		model.addAttribute("demoAccounts", (accounts != null) ? accounts.accounts() : List.of());
		model.addAttribute("demoPassword", (accounts != null) ? accounts.password() : null);
		return "signin/sign-in";
	}

}
