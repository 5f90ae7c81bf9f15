using System.Collections.Frozen;
using System.Text.Json;
using BillingActors.Domain.Cash;

namespace BillingActors.Grains.Mapping;

/// <summary>The words of the cash room on the wire: members of enums in kebab case.</summary>
internal static class CashWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.ByMember[value];

    /// <summary>The member a word stands for, or null.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum => word is not null && Words<T>.ByWord.TryGetValue(word, out var value) ? value : null;

    /// <summary>Whether money is left to the rules, or the word says how it finds what it pays.</summary>
    public static bool IsAllocation(string? word) => word is null || Find<Allocation>(word) is not null;

    public static bool IsRule(string word) => Find<ApplicationRule>(word) is not null;

    public static ApplicationRule ToRule(string word) => Find<ApplicationRule>(word)
        ?? throw new ArgumentException($"'{word}' is no rule of application.", nameof(word));

    // Made once: every payment asks for its method.
    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByMember = Enum.GetValues<T>().ToFrozenDictionary(
            static value => value, static value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> ByWord = ByMember.ToFrozenDictionary(
            static pair => pair.Value, static pair => pair.Key, StringComparer.Ordinal);
    }
}
