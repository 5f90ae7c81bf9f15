using System.Text.Json;
using BillingActors.Storage.Imports;

namespace BillingActors.Gateway.Console;

/// <summary>
/// Finds card numbers in a form, whatever its fields are: such a form is kept nowhere, in no draft either.
/// </summary>
internal static class FormCards
{
    /// <summary>Whether a text of the form bears such a number.</summary>
    public static bool AreIn<T>(T form)
        where T : class => AreIn(JsonSerializer.SerializeToElement(form));

    private static bool AreIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => CardNumberCheck.Bears(value.GetString()!),
        JsonValueKind.Array => value.EnumerateArray().Any(AreIn),
        JsonValueKind.Object => value.EnumerateObject().Any(field => !IsId(field.Name) && AreIn(field.Value)),
        _ => false,
    };

    // Drawn or chosen, never typed; among so many digits chance makes a card's number now and then.
    private static bool IsId(string name) => name.EndsWith("Id", StringComparison.Ordinal);
}
