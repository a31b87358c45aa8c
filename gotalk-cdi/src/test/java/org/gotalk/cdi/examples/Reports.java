package org.gotalk.cdi.examples;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.gotalk.Cancellation;
import org.gotalk.cdi.Operation;

@ApplicationScoped
public class Reports {

    @Operation
    public List<Integer> report(int rows, Cancellation cancellation) {
        List<Integer> report = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            cancellation.throwIfCancelled(); // ends the method, and nothing is logged
            report.add(row * row);
        }
        return report;
    }
}
