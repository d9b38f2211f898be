package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/** How far what was done is from what was planned. */
record Gap(long done, long planned) {

	/** In percent of what was planned: beyond it, one says why. */
	static final int LARGE = 10;

	/** Whole percent of what was planned, half up; null where nothing was planned. */
	@Nullable Integer percent() {
		return (this.planned == 0) ? null
				: BigDecimal.valueOf(this.done - this.planned)
					.multiply(BigDecimal.valueOf(100))
					.divide(BigDecimal.valueOf(this.planned), 0, RoundingMode.HALF_UP)
					.intValue();
	}

	/** Whether one says why. */
	boolean isLarge() {
		return Math.abs(this.done - this.planned) * 100 > LARGE * this.planned;
	}

}
