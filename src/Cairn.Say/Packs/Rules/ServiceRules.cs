using static Cairn.Say.Packs.Rules.RuleLevel;

namespace Cairn.Say.Packs.Rules;

/// <summary>SERV: ways to help.</summary>
internal static class ServiceRules
{
    internal static readonly Rule ImpossiblePhone = new("SERV001", Error, "An impossible telephone number",
        "A number with a digit missing rings somewhere else, or nowhere.",
        "read the number again on the service's own page", "phone: 0800 11", "phone: 0800 1111");

    internal static readonly Rule Expired = new("SERV002", Error, "An expired field",
        "It is no longer shown, and the person who needs it finds one door fewer.",
        "look at the service's own page again, then set seen_on and expires_on", "expires_on: 2020-01-01", "expires_on: in six months");

    internal static readonly Rule ExpiresSoon = new("SERV003", Warning, "A field about to expire",
        "It will stop being shown soon.",
        "look at the service's own page again, then set seen_on and expires_on", "expires_on: next week", "expires_on: in six months");

    internal static readonly Rule Unsourced = new("SERV004", Error, "A field without source or date",
        "A field is worth what its source is worth, on the day it was read, until the day it expires.",
        "add source, seen_on (or verified_on) and expires_on", "{value: 0800 1111, state: seen}", "source: https://…, seen_on: …, expires_on: …");

    internal static readonly Rule UnknownNation = new("SERV005", Error, "An unknown nation",
        "Services, laws and holidays differ between the nations.",
        "write GB-SCT, GB-ENG, GB-WLS or GB-NIR", "nations: [Scotland]", "nations: [GB-SCT]");

    internal static readonly Rule VerifiedByNobody = new("SERV006", Error, "Verified by nobody",
        "Verified means that a named person called or visited. Reading a page is seen.",
        "add verified_by and verified_on, or set state: seen with seen_on", "state: verified", "verified_by: A. Person");

    internal static readonly Rule DeadNumber = new("SERV007", Error, "A number known to be wrong",
        "The pack marks this number historical or unverified in one place and shows it in another.",
        "keep it out of every shown field and text", "the same number as a historical one", "the number on the service's page today");

    internal static readonly Rule NoWayIn = new("SERV008", Error, "A way that leads nowhere",
        "An action leads to a service none of whose numbers or addresses may be shown.",
        "lead to another service, or to /find-help", "to: \"service:closed-line\"", "to: /find-help");

    internal static readonly Rule BadHours = new("SERV009", Error, "Hours that cannot be read",
        "Somebody would call a closed line, or not call an open one.",
        "write always, or lines such as \"mon-thu 09:00-21:00\"", "hours: nine to five", "hours: [\"mon-fri 09:00-17:00\"]");

    internal static readonly Rule TooFewWays = new("SERV010", Error, "Too few ways to help",
        "Each audience in each nation finds at least two ways besides 999 and 101: one may be busy or not dare to be called.",
        "add a service for this audience and nation", "one helpline for parents in Wales", "two or more");

    internal static readonly Rule SourceNotHttps = new("SERV011", Error, "A source that is not an https address",
        "A source is there to be looked at again.",
        "write the full https address of the page it was read on", "source: their website", "source: https://example.org/contact");

    internal static readonly Rule ServiceDates = new("SERV012", Error, "Dates that cannot be",
        "A field cannot have been seen on a day to come, nor expire before it was seen.",
        "correct seen_on, verified_on or expires_on", "seen_on: 2099-01-01", "seen_on: a day in the past");

    internal static readonly Rule NotAnEmail = new("SERV013", Error, "Not an e-mail address",
        "A message to it would come back, or go astray.",
        "read the address again on the service's own page", "email: help at example", "email: help@example.org");

    internal static readonly Rule UnknownZone = new("SERV014", Error, "An unknown time zone",
        "Open now is computed in the service's own time, through both clock changes.",
        "write an IANA zone such as Europe/London", "zone: GMT+1", "zone: Europe/London");
}
