#pragma once

#include <array>

#include "base/diagnostic.h"
#include "check/text.h"

/// What an editor should know of one document's words, each kind of finding on its own. Most are warnings: a finding may be as
/// it should be, and then it is accepted for a reason that is stated in the file.
namespace vitrine::check {

/// Quotation marks that are opened and not closed before the next heading, or closed without having been opened. A mark that
/// is repeated where a paragraph or item of the same quotation begins is as it should be.
void find_open_quotations(const Text& text, Diagnostics& diagnostics);

/// Addresses that a web page's protection against robots has replaced by `[email protected]`.
void find_protected_emails(const Text& text, Diagnostics& diagnostics);

/// Links whose words say nothing of where they lead (WCAG 2.2, 2.4.4): "here", "report".
void find_empty_link_texts(const Text& text, Diagnostics& diagnostics);

/// Abbreviations that the document never explains, each at its first use.
void find_unexplained_abbreviations(const Text& text, Diagnostics& diagnostics);

/// Personal data: email addresses outside the office's own domain, UK telephone numbers and officers' collar numbers.
void find_personal_data(const Text& text, Diagnostics& diagnostics);

/// Protective markings of the Government Security Classifications, and those before 2014.
void find_protective_markings(const Text& text, Diagnostics& diagnostics);

/// Who speaks and is not on the roster of site.toml, and names in the text that are nearly, and not quite, one of the roster's
/// or a police force's.
void find_wrong_names(const Text& text, Diagnostics& diagnostics);

/// Numbers of recommendations, areas for improvement or causes of concern that the report is said to make, and that are not
/// those of the list.
void find_wrong_counts(const Text& text, Diagnostics& diagnostics);

/// What the law asks of a published response where Police Act 1996 s.55 applies, and what is not on the record: the comments of
/// the commissioner and the chief officer, the copies that were sent, an answer to each recommendation. And, whatever the law
/// asks, chief officer's comments that are on the record and not in the text, or the other way round.
void find_gaps_in_the_record(const Text& text, Diagnostics& diagnostics);

/// Dates in the text that cannot be: days that there are not, and days of the week that are not the date's.
void find_impossible_dates(const Text& text, Diagnostics& diagnostics);

/// What a response says of the days on which the report and the response itself were published or sent, where the record has
/// other days; and a deadline that was found by adding 56 days (the last lawful day is 55 days after the report: Police Act
/// 1996 s.55(5A)).
void find_dates_that_disagree(const Text& text, Diagnostics& diagnostics);

/// Dates of the record that are probably wrong: copies and comments more than a year from the response, and histories that
/// begin before the report or go on after today.
void find_unlikely_dates(const Text& text, Diagnostics& diagnostics);

/// Recommendations that are complete, nobody knows since when.
void find_undated_statuses(const Text& text, Diagnostics& diagnostics);

/// Headings of the form with nothing under them.
void find_empty_sections(const Text& text, Diagnostics& diagnostics);

/// Sections of the form that stand in another order than on the page.
void find_sections_out_of_order(const Text& text, Diagnostics& diagnostics);

/// What a conversion cuts off: paragraphs that stop within a sentence, numbers that lost what stood before their point.
void find_cut_sentences(const Text& text, Diagnostics& diagnostics);

/// Statements of law that are wrong, or were overtaken: Police Act 1996 s.55 as amended from 2 May 2017.
void find_wrong_law(const Text& text, Diagnostics& diagnostics);

using Check = void (*)(const Text& text, Diagnostics& diagnostics);

/// Every check, each to be run once on each document.
inline constexpr std::array<Check, 17> all_checks = {find_open_quotations,      find_protected_emails,    find_empty_link_texts,
                                                     find_unexplained_abbreviations, find_personal_data,  find_protective_markings,
                                                     find_wrong_law,            find_wrong_names,         find_wrong_counts,
                                                     find_cut_sentences,        find_gaps_in_the_record,  find_impossible_dates,
                                                     find_dates_that_disagree,  find_unlikely_dates,      find_undated_statuses,
                                                     find_empty_sections,       find_sections_out_of_order};

}  // namespace vitrine::check
