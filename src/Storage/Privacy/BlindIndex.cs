using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BillingActors.Storage.MasterData;

namespace BillingActors.Storage.Privacy;

/// <summary>
/// Keyed hashes of normalised words and their beginnings: what a customer can be found by without its name lying in the
/// database. Each legal entity has its own key, derived from the entity's.
/// </summary>
internal sealed class BlindIndex(byte[] entityKey)
{
    /// <summary>Shortest beginning that finds somebody.</summary>
    public const int PrefixLengthMin = 3;

    /// <summary>
    /// Longest beginning kept; a longer word is looked up by its first ten characters, an e-mail also whole. Phone
    /// numbers of a street differ in their last digits: they are kept to the end.
    /// </summary>
    public const int PrefixLengthMax = 10;

    /// <summary>Digits of the longest phone number (ITU-T E.164).</summary>
    public const int PhoneLengthMax = 15;

    private const int TokenLength = 16;

    /// <summary>
    /// A table of our own: the platform's normalisation differs between machines and is off in some programs, and a
    /// word
    /// must have the same hash everywhere and for ever.
    /// </summary>
    private static readonly FrozenDictionary<char, char> Letters = new[]
    {
        "aàáâãäåāăą", "cçćĉċč", "dďđð", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľŀł", "nñńņň",
        "oòóôõöøōŏő", "rŕŗř", "sśŝşšșß", "tţťŧț", "uùúûüũūŭůűų", "wŵ", "yýÿŷ", "zźżž",
    }
    .SelectMany(group => group.Skip(1).Select(letter => (letter, plain: group[0])))
    .ToFrozenDictionary(pair => pair.letter, pair => pair.plain);

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, entityKey, PersonalDataCipher.KeyLength, info: "billing-blind-index"u8.ToArray());

    /// <summary>Everything the terms can be found by, each once.</summary>
    public IEnumerable<SearchToken> TokensOf(IEnumerable<SearchTerm> terms) => terms
        .SelectMany(term => Words(FieldOf(term.Field), term.Text))
        .SelectMany(word => Beginnings(word.Field, word.Text).Select(text => (word.Field, Text: text)))
        .Distinct()
        .Select(word => Hash(word.Field, word.Text));

    /// <summary>
    /// For each word of a question the tokens that would answer it; empty when no word is long enough.
    /// </summary>
    public IEnumerable<IReadOnlyList<SearchToken>> Ask(string question)
    {
        if (Phone(question) is { Length: >= PrefixLengthMin } digits && !question.Any(char.IsLetter))
            return [[Asked(SearchField.Phone, digits)]];
        return question.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => word.Contains('@', StringComparison.Ordinal)
                ? [[Hash(SearchField.Email, Plain(word))]]
                : Words(SearchField.Name, word)
                    .Where(part => part.Text.Length >= PrefixLengthMin)
                    .Select(part => (IReadOnlyList<SearchToken>)
                        [Asked(SearchField.Name, part.Text), Asked(SearchField.Email, part.Text)]));
    }

    /// <summary>
    /// Everything that what a payer wrote can be found by, each once: all of it and its words, as far as they have a
    /// figure. Words without one stand in very many payments; to keep them took as long as booking the payment.
    /// </summary>
    public IEnumerable<SearchToken> TokensOfReference(string reference) =>
        WordsOfReference(reference)
            .Concat(Words(SearchField.Name, reference).Select(part => part.Text)
                .Where(part => part.Length > PrefixLengthMin))
            .Prepend(Bare(reference))
            .Where(word => word.Length >= PrefixLengthMin && word.Any(char.IsDigit))
            .Distinct(StringComparer.Ordinal)
            .Select(word => Hash(SearchField.Reference, word));

    /// <summary>Whether a question has a figure and is long enough to find what a payer wrote.</summary>
    public static bool FindsReference(string question) =>
        Bare(question) is { Length: >= PrefixLengthMin } bare && bare.Any(char.IsDigit);

    /// <summary>All of a question, and its words by their length, as far as they find something.</summary>
    public (SearchToken Whole, ImmutableArray<SearchToken> Words) AskReference(string question) => (
        Hash(SearchField.Reference, Bare(question)),
        [.. WordsOfReference(question).Select(word => Hash(SearchField.Reference, word))]);

    /// <summary>Words with a figure and long enough to find a payment by, each once, the longest first.</summary>
    public static ImmutableArray<string> WordsOfReference(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Bare)
            .Where(word => word.Length >= PrefixLengthMin && word.Any(char.IsDigit)).Distinct(StringComparer.Ordinal)
            .OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal),
    ];

    /// <summary>A text as it is compared: banks set blanks and hyphens as they like.</summary>
    public static string Bare(string text) => string.Concat(Plain(text).Where(char.IsLetterOrDigit));

    private static SearchField FieldOf(string field) => field switch
    {
        "name" => SearchField.Name,
        "phone" => SearchField.Phone,
        "email" => SearchField.Email,
        _ => throw new ArgumentException($"A search term is a name, phone or email, not '{field}'.", nameof(field)),
    };

    private static IEnumerable<(SearchField Field, string Text)> Words(SearchField field, string text) => field switch
    {
        SearchField.Phone => [(field, Phone(text))],
        SearchField.Email => [(field, Plain(text))],
        _ => Plain(text)
            .Split([.. Plain(text).Where(c => !char.IsLetterOrDigit(c)).Distinct()],
                StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (field, word)),
    };

    private static IEnumerable<string> Beginnings(SearchField field, string text)
    {
        for (var length = PrefixLengthMin; length <= Math.Min(text.Length, LengthMax(field)); length++)
            yield return text[..length];
        if (field == SearchField.Email && text.Length > PrefixLengthMax)
            yield return text;
    }

    /// <summary>Lower case, without accents: "Müller" and "MULLER" are one word.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Trim())
        {
            var lower = char.ToLowerInvariant(character);
            if (CharUnicodeInfo.GetUnicodeCategory(lower) == UnicodeCategory.NonSpacingMark)
                continue;
            plain.Append(Letters.GetValueOrDefault(lower, lower));
            if (lower == 'ß')
                plain.Append('s');
        }
        return plain.ToString();
    }

    /// <summary>Digits only, an international "00" and "+" alike.</summary>
    private static string Phone(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : digits;
    }

    private SearchToken Asked(SearchField field, string text) =>
        Hash(field, text.Length > LengthMax(field) ? text[..LengthMax(field)] : text);

    private static int LengthMax(SearchField field) => field == SearchField.Phone ? PhoneLengthMax : PrefixLengthMax;

    private SearchToken Hash(SearchField field, string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{(int)field}:{text}"), hash);
        return new SearchToken(field, hash[..TokenLength].ToArray());
    }
}
