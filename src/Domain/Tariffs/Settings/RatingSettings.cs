using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>
/// The settings given by a tariff, a contract or a command, each over the one before; what is not given is as the
/// reference says.
/// </summary>
public sealed class RatingSettings
{
    private readonly ImmutableSortedDictionary<string, string> _texts;
    private readonly ImmutableDictionary<string, object> _values;

    private RatingSettings(
        ImmutableSortedDictionary<string, string> texts, ImmutableDictionary<string, object> values) =>
        (_texts, _values) = (texts, values);

    /// <summary>Nothing given: every setting has its default.</summary>
    public static RatingSettings Default { get; } =
        new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
            ImmutableDictionary.Create<string, object>(StringComparer.Ordinal));

    /// <summary>What was given, by name, as it was written.</summary>
    public ImmutableSortedDictionary<string, string> Given => _texts;

    /// <summary>Whether nothing is given.</summary>
    internal bool IsEmpty => _values.IsEmpty;

    /// <summary>The value of a setting.</summary>
    public T Of<T>(Setting<T> setting) =>
        !_values.IsEmpty && _values.TryGetValue(setting.Name, out var value) ? (T)value : setting.Default;

    /// <summary>The number of a setting by its name; null where it is not given, or is no number.</summary>
    public decimal? NumberOf(string name) =>
        SettingRegistry.Find(name) is Setting<decimal?> setting ? Of(setting) : null;

    /// <summary>
    /// These settings with one more, or null where there is no such setting or it has no such value; the problem says
    /// which.
    /// </summary>
    public RatingSettings? With(string name, string text, out string? problem)
    {
        if (SettingRegistry.Find(name) is not { } setting)
        {
            problem = $"There is no setting \"{name}\".";
            return null;
        }
        if (setting.Read(text) is not { } value)
        {
            problem = setting.Words.IsEmpty
                ? $"\"{text}\" is no value of \"{name}\": {setting.Meaning}"
                : $"\"{text}\" is no value of \"{name}\"; it takes {string.Join(", ", setting.Words)}.";
            return null;
        }
        problem = null;
        return new RatingSettings(_texts.SetItem(name, text), _values.SetItem(name, value));
    }

    /// <summary>These settings with all that the other gives over them.</summary>
    public RatingSettings Under(RatingSettings other)
    {
        if (other._values.IsEmpty)
            return this;
        return _values.IsEmpty
            ? other
            : new RatingSettings(_texts.SetItems(other._texts), _values.SetItems(other._values));
    }
}
