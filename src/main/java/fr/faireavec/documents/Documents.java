package fr.faireavec.documents;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgExternalResourceMode;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgScriptMode;
import com.openhtmltopdf.util.XRLog;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes PDF: an A4 that a screen reader reads in order (PDF/UA-1) and that is kept as it
 * is (PDF/A-2a), each font embedded. It reads no file and asks no other machine for
 * anything, whatever the template or the words in it say.
 */
@Component
public class Documents {

	private static final float A4_WIDTH = 210;

	private static final float A4_HEIGHT = 297;

	private final ITemplateEngine engine;

	private final Map<Typeface, byte[]> fonts = Typeface.read();

	private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

	private final boolean demo;

	Documents(ITemplateEngine engine, @Value("${faireavec.demo:false}") boolean demo) {
		this.engine = engine;
		this.demo = demo;
		XRLog.listRegisteredLoggers().forEach((logger) -> XRLog.setLevel(logger, Level.OFF));
	}

	/** The file, and how many pages it has. */
	public Printed print(Printable printable) {
		Context context = new Context(Locale.FRENCH, printable.model());
		context.setVariable("title", printable.title());
		context.setVariable("about", printable.about());
		context.setVariable("demo", this.demo);
		Markup markup = Markup.of(this.engine.process(printable.template(), context));
		PdfRendererBuilder builder = new PdfRendererBuilder();
		new OwnPictures(printable.pictures()).alone(builder);
		this.fonts.forEach((font, file) -> font.addTo(builder, file));
		builder.useDefaultPageSize(A4_WIDTH, A4_HEIGHT, PageSizeUnits.MM);
		builder.usePdfUaAccessibility(true);
		builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
		builder.useColorProfile(this.colours);
		builder.useUnicodeLineBreaker(new FrenchLines());
		builder.useReplacementText("\u25a1");
		builder.withProducer("Faire avec");
		builder.useSVGDrawer(new BatikSVGDrawer(SvgScriptMode.SECURE, SvgExternalResourceMode.SECURE));
		builder.withW3cDocument(markup.document(), "picture:");
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
			renderer.layout();
			renderer.createPDFWithoutClosing();
			renderer.getPdfDocument().save(file);
			return new Printed(file.toByteArray(), renderer.getPdfDocument().getNumberOfPages());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
