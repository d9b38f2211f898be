package fr.faireavec.signin;

import java.util.List;

/** The demo's people, for its sign-in page; there is none in a real installation. */
public interface DemoAccounts {

	List<DemoAccount> accounts();

	/** The password they all share. */
	String password();

	/** Somebody one can try the demo as. */
	record DemoAccount(String name, String email, String whatFor) {
	}

}
