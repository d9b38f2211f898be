package fr.faireavec.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion.Status;

/** A PDF as its readers find it. */
public final class Pdf {

	private Pdf() {
	}

	/** What veraPDF refuses of it, against PDF/UA-1: nothing, if it is right. */
	public static List<String> faults(byte[] file) {
		VeraGreenfieldFoundryProvider.initialise();
		return faults(file, PDFAFlavour.PDFUA_1).toList();
	}

	/** The same against PDF/A-2a too: what is kept for years. */
	public static List<String> archivalFaults(byte[] file) {
		VeraGreenfieldFoundryProvider.initialise();
		return Stream.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)
			.flatMap((flavour) -> faults(file, flavour))
			.toList();
	}

	private static Stream<String> faults(byte[] file, PDFAFlavour flavour) {
		try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(file), flavour);
				PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
			return validator.validate(parser)
				.getTestAssertions()
				.stream()
				.filter((assertion) -> assertion.getStatus() == Status.FAILED)
				.map((assertion) -> flavour + " " + assertion.getRuleId().getClause() + ": " + assertion.getMessage()
						+ " at " + assertion.getLocation().getContext());
		}
		catch (VeraPDFException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** All its words, in the order they are written in the file. */
	public static String text(byte[] file) {
		try (PDDocument document = Loader.loadPDF(file)) {
			return new PDFTextStripper().getText(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The words of one page, from 1. */
	public static String page(PDDocument document, int page) throws IOException {
		PDFTextStripper stripper = new PDFTextStripper();
		stripper.setStartPage(page);
		stripper.setEndPage(page);
		return stripper.getText(document);
	}

	/** The same on one line, every space a plain one. */
	public static String words(byte[] file) {
		return plain(text(file));
	}

	private static String plain(String text) {
		return text.replaceAll("[\\s\u00a0\u202f]+", " ");
	}

	public static int pages(byte[] file) {
		try (PDDocument document = Loader.loadPDF(file)) {
			return document.getNumberOfPages();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is said in place of its pictures, in reading order. */
	public static List<String> alternatives(byte[] file) {
		try (PDDocument document = Loader.loadPDF(file)) {
			List<String> said = new ArrayList<>();
			gather(document.getDocumentCatalog().getStructureTreeRoot(), said);
			return said;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void gather(PDStructureNode node, List<String> said) {
		for (Object kid : node.getKids()) {
			if (kid instanceof PDStructureElement element) {
				if (element.getAlternateDescription() != null) {
					said.add(plain(element.getAlternateDescription()));
				}
				gather(element, said);
			}
		}
	}

	/** How many pictures its pages hold. */
	public static long pictures(byte[] file) {
		try (PDDocument document = Loader.loadPDF(file)) {
			long found = 0;
			for (var page : document.getPages()) {
				found += StreamSupport.stream(page.getResources().getXObjectNames().spliterator(), false)
					.filter((COSName name) -> page.getResources().isImageXObject(name))
					.count();
			}
			return found;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
