using System.Text.Json;
using BillingActors.Domain.Cash;

namespace BillingActors.Grains.Mapping;

/// <summary>The words of the cash room on the wire: members of enums in kebab case.</summary>
internal static class CashWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The member a word stands for, or null.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
                return value;
        }
        return null;
    }

    public static bool IsRule(string word) => Find<ApplicationRule>(word) is not null;

    public static ApplicationRule ToRule(string word) => Find<ApplicationRule>(word)
        ?? throw new ArgumentException($"'{word}' is no rule of application.", nameof(word));
}
