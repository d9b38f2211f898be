package fr.faireavec.cohorts;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/** One structure that cannot leave keeps no other from leaving. */
class LeavingJobTests {

	@Test
	void theOthersLeaveAndTheJobFails() {
		UUID first = UUID.randomUUID();
		UUID stuck = UUID.randomUUID();
		UUID last = UUID.randomUUID();
		Leaving leaving = mock(Leaving.class);
		given(leaving.due()).willReturn(List.of(first, stuck, last));
		willThrow(new IllegalArgumentException("refused")).given(leaving).leave(stuck);
		assertThatIllegalStateException().isThrownBy(new LeavingJob(leaving)::run)
			.withMessageContaining(stuck.toString());
		verify(leaving).leave(first);
		verify(leaving).leave(last);
	}

}
