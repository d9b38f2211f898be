package fr.faireavec.signin.web;

import java.util.List;

import fr.faireavec.signin.DemoAccounts;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of the door, asked for or shown again. */
@Component
class SignInPage {

	private final ObjectProvider<DemoAccounts> demo;

	SignInPage(ObjectProvider<DemoAccounts> demo) {
		this.demo = demo;
	}

	/**
	 * @param address as it was typed, to be corrected
	 * @param problem the message that says why it is shown again
	 * @param byPassword opens the other way in
	 */
	String show(String address, @Nullable String problem, boolean byPassword, Model model) {
		DemoAccounts accounts = this.demo.getIfAvailable();
		model.addAttribute("address", address);
		model.addAttribute("problem", problem);
		model.addAttribute("byPassword", byPassword || accounts != null);
		model.addAttribute("demoAccounts", (accounts != null) ? accounts.accounts() : List.of());
		model.addAttribute("demoPassword", (accounts != null) ? accounts.password() : null);
		return "signin/sign-in";
	}

}
