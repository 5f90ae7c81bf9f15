using System.Collections.Frozen;

namespace BillingActors.Domain.Cash;

/// <summary>What the codes mean that say why money went back: those of ISO 20022 and Nacha, and our own.</summary>
public static class ReturnCodes
{
    private static readonly FrozenDictionary<string, ReturnMeaning> Known = new (ReturnMeaning Meaning, string Codes)[]
    {
        (ReturnMeaning.OwnMistake, "entry-error wrong-account duplicate"),
        (ReturnMeaning.Retry, "AM04 R01 R09 insufficient-funds"),
        (ReturnMeaning.NewDetails, "AC01 AC04 R02 R03 R04 account-closed"),
        (ReturnMeaning.Contact, "MD01 MD06 MS02 R05 R07 R08 R10 R29 R51 refused"),
        (ReturnMeaning.Deceased, "MD07 R14 R15 deceased"),
    }
    .SelectMany(group => group.Codes.Split(' '), (group, code) => KeyValuePair.Create(code, group.Meaning))
    .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a code means; one that nobody knows is parked for a person.</summary>
    public static ReturnMeaning MeaningOf(string code) => Known.GetValueOrDefault(code, ReturnMeaning.Parked);
}
