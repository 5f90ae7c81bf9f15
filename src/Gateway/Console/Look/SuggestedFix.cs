namespace BillingActors.Gateway.Console.Look;

/// <summary>What usually puts right what waits for a person, by the reason it waits.</summary>
internal static class SuggestedFix
{
    /// <summary>The advice of a reason.</summary>
    public static string Of(string code) => code switch
    {
        "zero-use" => "Does nobody live there? Then release it; else correct the read and calculate again.",
        "high-use" or "low-use" => "Compare the reads with those before. Release it if they are right; else correct "
            + "the read and calculate again.",
        "negative-bill" => "Look at what is credited. Release it if the customer shall get it back.",
        "no-read" => "Load the missing read, or an estimate, then calculate again.",
        "missing-intervals" => "Load the missing intervals, then calculate again.",
        "doubtful-read" => "Two readings contradict each other: correct one, then calculate again.",
        "tariff-gap" or "unknown-tariff" => "The tariff has no version for these days: publish one, then calculate "
            + "again.",
        "calendar-gap" => "Extend the calendar of the cycle, then calculate again.",
        "unit-mismatch" or "option-missing" => "Correct the contract or the meter's unit, then calculate again.",
        "missing-prices" => "Load the prices of these hours, then calculate again.",
        "tax-unknown" or "tax-jurisdiction-unknown" => "Complete the customer's tax profile, then calculate again.",
        "currency-mismatch" => "Tariff and account have two currencies: assign another tariff.",
        "sequence-gap" => "Ask the network for the files, and import them. Drop the row only if they will never come.",
        "call-incomplete" => "Ask the network for the missing parts; without them the call is closed by itself.",
        "party-unknown" => "Enter the contract that has the service point on that day, then drive the record again.",
        "unknown-destination" or "unpriced-event" => "Publish a version of the tariff that prices it, then drive it "
            + "again.",
        "usage-conflict" => "The record came before and said something else: ask its source, and drop the wrong one.",
        "webhook-gone" or "webhook-failing" => "Ask the endpoint's owner. An administrator enables it again, which "
            + "ends this row; what failed can be sent again.",
        "not-delivered" => "Ask the customer for an address and send the document again from its page, which ends this "
            + "row; or send it another way and drop the row.",
        _ => "Put right what the detail names, then try again.",
    };
}
