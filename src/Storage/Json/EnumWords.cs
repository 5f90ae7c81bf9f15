using System.Collections.Frozen;
using System.Text.Json;

namespace BillingActors.Storage.Json;

/// <summary>The members of an enum as the kebab-case words that columns and wire records bear.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>()
        .ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, T> Values =
        Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Of(T value) => Words[value];

    public static T Parse(string word) => Values.TryGetValue(word, out var value)
        ? value
        : throw new FormatException($"'{word}' is not a {typeof(T).Name}.");
}
