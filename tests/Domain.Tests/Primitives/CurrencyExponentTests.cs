using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Tests.Primitives;

/// <summary>Decimals of currencies as list one of ISO 4217 has them (six-group.com, maintenance agency).</summary>
public sealed class CurrencyExponentTests
{
    [Theory]
    [InlineData(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF")]
    [InlineData(3, "BHD IQD JOD KWD LYD OMR TND")]
    [InlineData(4, "CLF UYW")]
    [InlineData(2,
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW "
        + "CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG "
        + "HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR "
        + "MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG "
        + "SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES "
        + "WST XCD YER ZAR ZMW")]
    public void Every_currency_has_the_decimals_of_its_list(int exponent, string codes)
    {
        foreach (var code in codes.Split(' '))
        {
            var currency = Currency.Of(code);
            Assert.Equal((code, exponent), (currency.Code, currency.Exponent));
            // Half a unit beyond the last decimal is rounded away from zero.
            var half = 1m + (0.5m / currency.Scale);
            Assert.Equal((long)currency.Scale + 1, Rounding.ToMoney(half, currency).Minor);
        }
    }
}
