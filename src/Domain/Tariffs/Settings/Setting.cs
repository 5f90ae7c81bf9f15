using System.Collections.Immutable;
using System.Globalization;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>
/// A named choice of a tariff or contract where the field disagrees, such as the divisor of a first part.
/// </summary>
/// <param name="Name">Name in documents and on the command line: "proration".</param>
/// <param name="Meaning">What it decides and what each word means, for the reference.</param>
/// <param name="Words">The words it takes, the default first; empty where it takes a number, a day or a name.</param>
/// <param name="DefaultText">The default as text; empty where absence means something of its own.</param>
public abstract record Setting(string Name, string Meaning, ImmutableArray<string> Words, string DefaultText)
{
    /// <summary>A setting that is one of some words; the first is the default.</summary>
    public static Setting<T> Word<T>(string name, string meaning, params ImmutableArray<(string Word, T Value)> words)
        where T : struct, Enum =>
        new(name, meaning, [.. words.Select(static pair => pair.Word)], words[0].Word, words[0].Value, text =>
            words.FirstOrDefault(pair => pair.Word == text) is { Word: not null } found ? found.Value : null);

    /// <summary>A setting that is a number within bounds; null, where it has no default and is not given.</summary>
    public static Setting<decimal?> Number(
        string name, string meaning, decimal? standard, (decimal Least, decimal Most) bounds) =>
        new(name, meaning, [], standard?.ToString(CultureInfo.InvariantCulture) ?? "", standard, text =>
            decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            && number >= bounds.Least && number <= bounds.Most ? number : null);

    /// <summary>A setting read by a rule of its own, which answers null for what it cannot read.</summary>
    public static Setting<T> Text<T>(string name, string meaning, T standard, Func<string, object?> read) =>
        new(name, meaning, [], "", standard, read);

    /// <summary>The value, or null where the text is none of its values.</summary>
    internal abstract object? Read(string text);
}
