package fr.faireavec.factors;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FactorTests {

	private static Viewer viewer(Role role) {
		return new Viewer(UUID.randomUUID(), UUID.randomUUID(), "Claire", "Vasseur", role);
	}

	@Test
	void aMailedCodeIsNoSecondFactor() {
		assertThat(Factor.areStrong(EnumSet.of(Factor.PASSKEY))).isTrue();
		assertThat(Factor.areStrong(EnumSet.of(Factor.PASSWORD, Factor.ONE_TIME_CODE))).isTrue();
		assertThat(Factor.areStrong(EnumSet.of(Factor.MAIL, Factor.ONE_TIME_CODE))).isFalse();
		assertThat(Factor.areStrong(EnumSet.of(Factor.MAIL, Factor.PASSWORD))).isFalse();
		assertThat(Factor.areStrong(Set.of())).isFalse();
	}

	@Test
	void itIsAskedOfThoseWhoHoldTheKeysUnlessSwitchedOff() {
		SecondFactorPolicy required = new SecondFactorPolicy("required");
		for (Role role : Role.values()) {
			assertThat(required.lets(viewer(role), EnumSet.of(Factor.PASSWORD))).isFalse();
			assertThat(required.lets(viewer(role), EnumSet.of(Factor.PASSKEY))).isTrue();
			assertThat(new SecondFactorPolicy("off").lets(viewer(role), Set.of())).isTrue();
		}
		assertThatIllegalArgumentException().isThrownBy(() -> new SecondFactorPolicy("maybe"));
	}

}
