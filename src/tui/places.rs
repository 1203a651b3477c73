//! Which page lives at which place: the one room that builds pages.

use super::page::{Page, Place};
use super::pages::{
    add, article, backups, brief, checkin, confidences, confirm, explain, export, forget, form,
    help, help_pages, import, palette, prep, profiles, quick, record, relationship, relationships,
    repair, restoring, search, seek, settings, settle, steps, team, teams, today, triage, welcome,
};

/// Builds the page of a place.
pub fn page(place: Place) -> Box<dyn Page> {
    match place {
        // a draft that is not there any more leads home; `app` goes to where one that is there was typed
        Place::Today | Place::Unfinished(_) => Box::new(today::Today::default()),
        Place::Welcome(file) => Box::new(welcome::Welcome::new(file)),
        Place::HelpPages(scopes) => Box::new(help_pages::HelpPages::new(scopes)),
        Place::Found(page, words, line) => Box::new(article::Article::at(page, &words, line)),
        Place::Relationships => Box::new(relationships::Relationships::default()),
        Place::Record(id) => Box::new(record::RecordPage::new(id)),
        Place::New(kind, who) => Box::new(form::FormPage::fresh(kind, who)),
        Place::Draft(record) => Box::new(form::FormPage::draft(*record)),
        Place::Typed(record) => Box::new(form::FormPage::typed(*record)),
        Place::Edit(id) => Box::new(form::FormPage::edit(id)),
        Place::Quick(who) => Box::new(quick::Quick::new(who)),
        Place::Seek(words) => Box::new(seek::Seek::new(words)),
        Place::Settle(id) => Box::new(settle::Settle::new(id)),
        Place::Confidences(who) => Box::new(confidences::Confidences::new(who)),
        Place::Add(who) => Box::new(add::Add::new(who)),
        Place::Palette(scopes) => Box::new(palette::Palette::new(scopes)),
        Place::Article(page) => Box::new(article::Article::new(page)),
        Place::Help(scopes) => Box::new(help::Help::new(scopes)),
        Place::Confirm(says, change) => Box::new(confirm::Confirm::new(says, change)),
        Place::Backups => Box::new(backups::BackupsPage::default()),
        Place::Profiles(lines) => Box::new(profiles::ProfilesPage::new(lines)),
        Place::Settings => Box::new(settings::SettingsPage::default()),
        Place::Restoring(from) => Box::new(restoring::Restoring::new(from)),
        Place::Relationship(id) => Box::new(relationship::Relationship::new(id)),
        Place::CheckIn(who) => Box::new(checkin::CheckIn::new(who)),
        Place::Team(None) => Box::new(teams::Teams::default()),
        Place::Team(Some(name)) => Box::new(team::TeamPage::new(name)),
        Place::Review => Box::new(triage::Triage::review()),
        Place::Import => Box::new(import::Import::default()),
        Place::Export => Box::new(export::Export::default()),
        Place::ComingBack => Box::new(triage::Triage::coming_back()),
        Place::Brief(who) => Box::new(brief::BriefPage::new(who)),
        Place::Replace { name, text } => Box::new(confirm::Confirm::replace(name, text)),
        Place::Prep(id) => Box::new(prep::Prep::new(id)),
        Place::Repair(id) => Box::new(repair::Repair::new(id)),
        Place::Steps(breach) => Box::new(steps::Steps::new(breach)),
        Place::Search(query) => Box::new(search::Search::new(&query)),
        Place::Forget(id) => Box::new(forget::Forget::new(id)),
        Place::Explain(id, side, measure) => Box::new(explain::Explain::new(id, side, measure)),
    }
}
