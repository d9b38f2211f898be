package fr.faireavec.signin;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import fr.faireavec.web.Flash;
import org.junit.jupiter.api.Test;

import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SessionValuesTests {

	@Test
	void whatOnePageSaysToTheNextArrives() {
		for (Flash flash : List.of(Flash.done("k"), Flash.note("k", "un"), Flash.done("k", "un", 2),
				Flash.withUndo("k", "/annuler", "un", "deux", "trois"))) {
			FlashMap map = new FlashMap();
			map.put("flash", flash);
			map.setTargetRequestPath("/parcours/x/bilan");
			map.addTargetRequestParam("version", "1");
			map.startExpirationPeriod(180);
			assertThat(SessionValues.read(SessionValues.write(new CopyOnWriteArrayList<>(List.of(map)))))
				.isEqualTo(List.of(map));
		}
	}

	@Test
	void textsAndNumbersArriveAsTheyWere() {
		for (Object value : List.of("é\n", 1L, 2, true)) {
			assertThat(SessionValues.read(SessionValues.write(value))).isEqualTo(value);
		}
	}

	@Test
	void nothingElseIsKept() {
		assertThatIllegalArgumentException().isThrownBy(() -> SessionValues.write(java.time.LocalDate.MIN));
	}

}
