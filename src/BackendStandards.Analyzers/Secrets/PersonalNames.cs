using System.Collections.Immutable;
using BackendStandards.Analyzers.Roslyn;

namespace BackendStandards.Analyzers.Secrets;

/// <summary>Which names say that a value identifies a person, their home or their means of payment; at the end of the name, as with secrets.</summary>
internal static class PersonalNames
{
    private static readonly TermList Numbers = new(
        [
            "ssn", "social security number", "social security", "national id", "national insurance number", "tax id number", "passport", "passport number", "passport no", "drivers license", "driver license number",
            "credit card", "creditcard", "credit card number", "debit card", "card number", "cardnumber", "iban", "bank account number",
        ],
        ["creditcard", "cardnumber"]);

    private static readonly TermList Contacts = new(
        [
            "birth date", "birthdate", "date of birth", "birthday",
            "phone", "phone number", "phonenumber", "mobile number", "mobile phone", "telephone", "telephone number", "street", "street address", "street name", "home address", "postcode", "post code", "postal code", "zip code", "zipcode",
        ],
        ["phonenumber"]);

    // The names of people, and the address that most systems know them by.
    private static readonly TermList Further = new(
        ["email", "e mail", "email address", "mail address", "first name", "firstname", "last name", "lastname", "surname", "full name", "fullname", "given name", "family name", "middle name", "maiden name", "person name", "customer name"],
        ["emailaddress"]);

    // Of a thing, or of a setting, and not of a person.
    private static readonly ImmutableHashSet<string> Impersonal = ImmutableHashSet.Create(
        StringComparer.Ordinal, "support", "company", "office", "sender", "from", "noreply", "test", "default", "windows", "platform", "device", "enable", "use", "require", "validate", "invalid");

    /// <summary>Whether a value of this name is personal data; <paramref name="strict"/> counts e-mail addresses and the names of people too.</summary>
    public static bool Is(string name, bool strict = false) => Ends(name, Numbers) || Ends(name, Contacts) || (strict && Ends(name, Further));

    /// <summary>Whether a value of this name is the number of a document, a card or an account, with which much can be done.</summary>
    public static bool IsNumber(string name) => Ends(name, Numbers);

    private static bool Ends(string name, TermList terms)
    {
        var words = Words.Split(name);
        var (start, _) = terms.Find(words);
        return start >= 0 && !SensitiveNames.IsDisguised(words.Take(start)) && !words.Take(start).Any(Impersonal.Contains);
    }
}
