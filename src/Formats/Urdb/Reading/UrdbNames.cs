using System.Collections.Frozen;

namespace BillingActors.Formats.Urdb.Reading;

/// <summary>
/// The many spellings of a field: the service (lower case), the bulk export (camel case, shortened) and copies of
/// either
/// in snake case come to one name.
/// </summary>
internal static class UrdbNames
{
    private static readonly FrozenDictionary<string, string> Spellings = new Dictionary<string,
        string>(StringComparer.Ordinal)
    {
        ["_id"] = "label",
        ["id"] = "label",
        ["ratename"] = "name",
        ["utilityname"] = "utility",
        ["effectivedate"] = "startdate",
        ["energyratestrux"] = "energyratestructure",
        ["energyweekdaysched"] = "energyweekdayschedule",
        ["energyweekendsched"] = "energyweekendschedule",
        ["energyrateunits"] = "energyrateunit",
        ["energyperiodlabels"] = "energytoulabels",
        ["fueladjustments"] = "fueladjustmentsmonthly",
        ["fueladj"] = "fueladjustmentsmonthly",
        ["energyfueladjustments"] = "fueladjustmentsmonthly",
        ["realtimepricing"] = "realtimeprice",
        ["realtimeprices"] = "realtimeprice",
        ["demandratestrux"] = "demandratestructure",
        ["demandweekdaysched"] = "demandweekdayschedule",
        ["demandweekendsched"] = "demandweekendschedule",
        ["demandrateunits"] = "demandrateunit",
        ["demandlabels"] = "demandtoulabels",
        ["demandratchetpct"] = "demandratchetpercentage",
        ["demandrachetpercentage"] = "demandratchetpercentage",
        ["demandratchetpercent"] = "demandratchetpercentage",
        ["demandreactpwrcharge"] = "demandreactivepowercharge",
        ["demandreactivepowerchg"] = "demandreactivepowercharge",
        ["flatdemandstrux"] = "flatdemandstructure",
        ["flatdemandunits"] = "flatdemandunit",
        ["coincidentratestrux"] = "coincidentratestructure",
        ["coincidentsched"] = "coincidentrateschedule",
        ["coincidentschedule"] = "coincidentrateschedule",
        ["coincidentrateunits"] = "coincidentrateunit",
        ["fixedmonthlycharge"] = "fixedchargefirstmeter",
        ["fixedchargeaddl"] = "fixedchargeeaaddl",
        ["minmonthlycharge"] = "mincharge",
        ["minannualcharge"] = "annualmincharge",
        ["energykeyvals"] = "energyattrs",
        ["demandkeyvals"] = "demandattrs",
        ["fixedkeyvals"] = "fixedattrs",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The bulk file names the months of the flat demand one by one.
    private static readonly string[] MonthEndings =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The name of a field, however it is spelled.</summary>
    public static string Of(string spelled)
    {
        var plain = spelled.StartsWith('_')
            ? spelled
            : string.Concat(spelled.Where(static letter => letter is not ('_' or '-' or ' ')));
        plain = plain.Trim('\uFEFF').ToLowerInvariant();
        return Spellings.GetValueOrDefault(plain, plain);
    }

    /// <summary>
    /// The name of the field that holds the flat demand of a month, counted from 0, in each of its spellings.
    /// </summary>
    public static IEnumerable<string> FlatDemandMonth(int month) =>
        [$"flatdemandmonth{MonthEndings[month]}", $"flatdemandmonth{month + 1}"];
}
