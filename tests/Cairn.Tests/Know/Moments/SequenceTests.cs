using Cairn.Know.Moments;
using CsCheck;

namespace Cairn.Tests.Know.Moments;

public sealed class SequenceTests
{
    [Fact]
    public void Whatever_the_order_a_number_is_counted_once_and_only_what_lies_far_back_is_refused() =>
        Gen.Long[1, 300].Array[1, 200].Sample(numbers =>
        {
            var sequence = default(Sequence);
            var counted = new HashSet<long>();
            var newest = 0L;
            foreach (var number in numbers)
            {
                var expected = counted.Contains(number) && newest - number <= 64 ? Taken.Before : newest - number > 64 ? Taken.TooFarBack : Taken.Counted;

                var taken = sequence.Take(number, out sequence);

                Assert.Equal(expected, taken);
                if (taken == Taken.Counted)
                    counted.Add(number);
                newest = Math.Max(newest, number);
                Assert.Equal(newest, sequence.Newest);
            }
        });
}
