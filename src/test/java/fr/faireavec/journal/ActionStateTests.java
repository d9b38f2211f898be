package fr.faireavec.journal;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An action goes forward, even by leaps; what is over can only be reopened. */
class ActionStateTests {

	@ParameterizedTest
	@CsvSource({ "IDEA, PLANNED ONGOING DONE ABANDONED", "PLANNED, ONGOING DONE ABANDONED", "ONGOING, DONE ABANDONED",
			"DONE, ONGOING", "ABANDONED, ONGOING" })
	void mayBecome(ActionState state, String names) {
		Set<ActionState> expected = EnumSet.noneOf(ActionState.class);
		for (String name : names.split(" ", -1)) {
			expected.add(ActionState.valueOf(name));
		}
		assertThat(state.next()).containsExactlyElementsOf(expected);
	}

}
