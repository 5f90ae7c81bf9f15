using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Tariffs.Conversions;

/// <summary>Checks that a conversion leads from the metered to the billed unit.</summary>
internal sealed class ConversionValidation(string path, ProblemList problems)
{
    public void Check(QuantityConversion conversion, string billed)
    {
        var heating = conversion.HeatingValue;
        var reached = heating?.Unit ?? conversion.From;
        if (heating is not null && UnitFacts.Between(conversion.From, heating.Per) is null)
            Add("heatingValue/per", "unit-unrelated", $"{conversion.From} does not convert to {heating.Per}.");
        if (UnitFacts.Between(reached, billed) is null)
            Add(heating is null ? "from" : "heatingValue/unit", "unit-unrelated",
                $"{reached} does not convert to {billed}.");
        for (var i = 0; i < conversion.Factors.Length; i++)
            Check(conversion.Factors[i], $"factors/{i}");
        if (heating is not null)
            Check(heating.Factor, "heatingValue");
    }

    private void Check(ConversionFactor factor, string member)
    {
        if (factor.Option is { } option)
        {
            if (SettingRegistry.Find(option) is not Setting<decimal?>)
                Add($"{member}/setting", "unknown-setting", $"There is no setting {option} with a number.");
            return;
        }
        if (factor.Values.IsEmpty)
            Add(member, "required", "A factor has a value, values by date, or a setting.");
        for (var i = 0; i < factor.Values.Length; i++)
        {
            if (factor.Values[i].Value <= 0m)
                Add($"{member}/values/{i}/value", "out-of-range", "A factor is more than nothing.");
            if (i > 0 && (factor.Values[i].From is null || factor.Values[i].From <= factor.Values[i - 1].From))
                Add($"{member}/values/{i}/from", "overlap", "Values follow each other by their first day.");
        }
    }

    private void Add(string member, string rule, string detail) => problems.Add($"{path}/{member}", rule, detail);
}
