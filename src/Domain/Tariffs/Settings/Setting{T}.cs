using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>A setting with the type of its value; made by the factories of <see cref="Setting"/>.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Name">Name in documents and on the command line.</param>
/// <param name="Meaning">What it decides.</param>
/// <param name="Words">The words it takes, if it takes words.</param>
/// <param name="DefaultText">The default as text.</param>
/// <param name="Default">Its value where nothing is set.</param>
/// <param name="Reading">Reads a text; null where it is none of its values.</param>
public sealed record Setting<T>(
    string Name,
    string Meaning,
    ImmutableArray<string> Words,
    string DefaultText,
    T Default,
    Func<string, object?> Reading) : Setting(Name, Meaning, Words, DefaultText)
{
    internal override object? Read(string text) => Reading(text);
}
