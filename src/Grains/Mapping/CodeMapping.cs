using System.Text.Json;

namespace BillingActors.Grains.Mapping;

/// <summary>Words of the domain as codes on the wire and back.</summary>
internal static class CodeMapping
{
    /// <summary>In kebab case: "in-review".</summary>
    public static string ToCode<T>(this T word)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());

    /// <summary>The word of a code, or null.</summary>
    public static T? ToWord<T>(this string? code)
        where T : struct, Enum
    {
        foreach (var word in Enum.GetValues<T>())
        {
            if (word.ToCode() == code)
                return word;
        }
        return null;
    }
}
