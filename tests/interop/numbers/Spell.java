// The numbers up to one given in words by CLDR's spell-out rules, as the example `number_words` prints them.
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

public class Spell {
    static RuleBasedNumberFormat rules(String language, String set) {
        RuleBasedNumberFormat rules = new RuleBasedNumberFormat(new ULocale(language), RuleBasedNumberFormat.SPELLOUT);
        rules.setDefaultRuleSet(set);
        return rules;
    }

    public static void main(String[] args) {
        int last = Integer.parseInt(args[0]);
        RuleBasedNumberFormat[] all = {
            rules("kk", "%spellout-cardinal"),
            rules("ru", "%spellout-cardinal-masculine"),
            rules("ru", "%spellout-cardinal-feminine"),
            rules("ru", "%spellout-cardinal-neuter"),
        };
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (int number = 0; number <= last; number++) {
            StringBuilder line = new StringBuilder().append(number);
            for (RuleBasedNumberFormat rules : all) line.append('\t').append(rules.format(number));
            out.println(line);
        }
        out.flush();
    }
}
